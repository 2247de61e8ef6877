import { z } from '../model/z';
import type { Sketch } from './story-sketch';

/**
 * What finding stories remembers beside the stories themselves, so that whoever goes on after the background was killed
 * finds what it would have found. Small, but for the first articles of all, which are still looked at again one by one.
 */
export interface StoryMemory {
  /** The number of the next story. */
  readonly next: number;
  /** Milliseconds: of the newest article; and stories that were not reported since are over. */
  readonly newest: number;
  readonly since: number;
  /** Stories before this one were let go as there were too many. */
  readonly firstOpen: number;
  /** Articles that came since all were looked at. */
  readonly unsettled: number;
  readonly members: readonly KeptMember[];
}

export interface KeptMember {
  readonly id: string;
  readonly time: number | undefined;
  readonly story: number;
  readonly uses: Sketch;
  readonly sketch: Sketch;
}

const countSchema = z.int().check(z.gte(0));
const momentSchema = z.nullable(z.number());
/** Next, newest, since, first open, unsettled. */
const headSchema = z.tuple([countSchema, momentSchema, momentSchema, countSchema, countSchema]);
/** Id, time, story, uses, terms. */
const memberSchema = z.tuple([z.string(), momentSchema, countSchema, countSchema, countSchema]);
const memorySchema = z.tuple([headSchema, z.array(memberSchema)]);

type Head = z.infer<typeof headSchema>;
type MemberHead = z.infer<typeof memberSchema>;

/** A length, so many bytes of JSON, and eight bytes for each term of each member. */
export function packStoryMemory({ next, newest, since, firstOpen, unsettled, members }: StoryMemory): Uint8Array {
  // JSON has no infinity: it writes null for it.
  const head: Head = [next, newest, since, firstOpen, unsettled];
  const heads = members.map(({ id, time, story, uses, sketch }): MemberHead => [id, time ?? null, story, uses.terms.length, sketch.terms.length]);
  const json = new TextEncoder().encode(JSON.stringify([head, heads]));
  const sketches = members.flatMap(({ uses, sketch }) => [uses, sketch]);
  const bytes = new Uint8Array(4 + json.length + sketches.reduce((sum, { terms }) => sum + terms.length * 8, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, json.length, true);
  bytes.set(json, 4);
  let at = 4 + json.length;
  for (const { terms, weights } of sketches) {
    for (const [place, term] of terms.entries()) {
      view.setUint32(at, term, true);
      view.setFloat32(at + 4, weights[place] ?? 0, true);
      at += 8;
    }
  }
  return bytes;
}

/** Undefined for bytes that are no such memory, or not all of one. */
export function readStoryMemory(bytes: Uint8Array | undefined): StoryMemory | undefined {
  if (bytes === undefined || bytes.length < 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = view.getUint32(0, true);
  const parsed = parse(bytes.subarray(4, 4 + length));
  if (!parsed) return undefined;
  const [[next, newest, since, firstOpen, unsettled], heads] = parsed;
  const terms = heads.reduce((sum, [, , , uses, sketched]) => sum + uses + sketched, 0);
  if (bytes.length !== 4 + length + terms * 8) return undefined;
  let at = 4 + length;
  const sketch = (count: number): Sketch => {
    const read = { terms: new Uint32Array(count), weights: new Float32Array(count) };
    for (let place = 0; place < count; place++, at += 8) {
      read.terms[place] = view.getUint32(at, true);
      read.weights[place] = view.getFloat32(at + 4, true);
    }
    return read;
  };
  const members = heads.map(([id, time, story, uses, sketched]): KeptMember => ({ id, time: time ?? undefined, story, uses: sketch(uses), sketch: sketch(sketched) }));
  return { next, newest: newest ?? -Infinity, since: since ?? -Infinity, firstOpen, unsettled, members };
}

function parse(bytes: Uint8Array): z.infer<typeof memorySchema> | undefined {
  try {
    return memorySchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    // Damaged: what is found goes on with what the stories themselves say.
    return undefined;
  }
}
