import type { Entity } from '../model/entity';
import type { EntityPageRow } from './rows';

/** Entities a page: a row costs as much as some hundred of them. Linking reads others (`facts-index.ts`). */
export const entitiesPerPage = 512;

/** As bytes, a page is read without its 512 objects being built; only the entities that are asked for are parsed. */
export function encodeEntities(entities: readonly Entity[]): Pick<EntityPageRow, 'ends' | 'bytes'> {
  // Made here and not as the script begins, which whoever only reads entities would wait for.
  const encoder = new TextEncoder();
  const ends = new Uint32Array(entities.length);
  let length = 0;
  for (const [at, entity] of entities.entries()) {
    const line = JSON.stringify(entity);
    // A UTF-16 unit is three bytes at most.
    if (length + line.length * 3 > page.length) page = enlarged(page, length + line.length * 3);
    length += encoder.encodeInto(line, page.subarray(length)).written;
    ends[at] = length;
  }
  return { ends, bytes: page.slice(0, length) };
}

/** Written to again and again: half a million entities with an array of bytes each are a hundred megabytes of garbage. */
let page = new Uint8Array(1 << 16);

function enlarged(before: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(before.length * 2, least));
  larger.set(before);
  return larger;
}

const decoder = new TextDecoder();

/** The entity at this place of the page; undefined where there is none. */
export function decodeEntity({ ends, bytes }: Pick<EntityPageRow, 'ends' | 'bytes'>, at: number): Entity | undefined {
  const end = ends[at];
  if (end === undefined) return undefined;
  const start = at === 0 ? 0 : (ends[at - 1] ?? 0);
  // Our own writing, encoded above from an entity that its schema had accepted.
  return JSON.parse(decoder.decode(bytes.subarray(start, end))) as Entity;
}
