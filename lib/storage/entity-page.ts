import type { Entity } from '../model/entity';
import type { EntityPageRow } from './rows';

/** Entities a page: a row costs as much as some hundred of them. Linking reads others (`facts-index.ts`). */
export const entitiesPerPage = 512;

/** As bytes, a page is read without its 512 objects being built; only the entities that are asked for are parsed. */
export function encodeEntities(entities: readonly Entity[]): Pick<EntityPageRow, 'ends' | 'bytes'> {
  const encoder = new TextEncoder();
  const lines = entities.map((entity) => encoder.encode(JSON.stringify(entity)));
  const ends = new Uint32Array(lines.length);
  let length = 0;
  for (const [at, line] of lines.entries()) ends[at] = length += line.length;
  const bytes = new Uint8Array(length);
  for (const [at, line] of lines.entries()) bytes.set(line, (ends[at] ?? 0) - line.length);
  return { ends, bytes };
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
