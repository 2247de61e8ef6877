import { emptyLearning, limits, type LearningState } from '../discovery/learning-state';

/**
 * What a batch of articles changed of a learning state, or a part of a whole one. Plain JSON, no text of any article.
 * Records are never changed but replaced, so what changed is found by identity.
 */
interface LearningPiece {
  readonly articles: number;
  /** Outlets that came new, in their order. */
  readonly outlets: readonly string[];
  readonly seen: readonly number[];
  readonly set: Readonly<Record<MapName, readonly (readonly [string, unknown])[]>>;
  readonly gone: Readonly<Partial<Record<MapName, readonly string[]>>>;
}

const mapNames = ['names', 'topics', 'lower', 'capital', 'people'] as const;
type MapName = (typeof mapNames)[number];

/** Entries a piece of a snapshot has at most. */
const entriesPerPiece = 4_000;

export function encodeDelta(before: LearningState, after: LearningState): Uint8Array {
  const gone: Partial<Record<MapName, string[]>> = {};
  const set = setsOf((name) => {
    const [old, now]: [ReadonlyMap<string, unknown>, ReadonlyMap<string, unknown>] = [before[name], after[name]];
    const changed = changedEntries(old, now);
    // Nothing is missing of what has as much as was there and came new: then the old one need not be gone through as well.
    const added = changed.filter(([key]) => !old.has(key)).length;
    if (now.size < old.size + added) gone[name] = [...old.keys()].filter((key) => !now.has(key));
    return changed;
  });
  const outlets = after.outlets.slice(before.outlets.length);
  return encode({ articles: after.articles, outlets, seen: cameBehind(before.seen, after.seen), set, gone });
}

/** The whole state in pieces of bounded size, to be put together in this order. */
export function encodeSnapshot(state: LearningState): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const blank = { articles: state.articles, outlets: [], seen: [], gone: {} };
  pieces.push(encode({ ...blank, outlets: state.outlets, seen: [...state.seen], set: setsOf(() => []) }));
  for (const name of mapNames) {
    const entries: (readonly [string, unknown])[] = [...state[name]];
    for (let from = 0; from < entries.length; from += entriesPerPiece) {
      const some = entries.slice(from, from + entriesPerPiece);
      pieces.push(encode({ ...blank, set: setsOf((other) => (other === name ? some : [])) }));
    }
  }
  return pieces;
}

/** Puts a state together again; undefined where a piece cannot be read. */
export function decodePieces(pieces: Iterable<Uint8Array>): LearningState | undefined {
  const empty = emptyLearning();
  const outlets: string[] = [];
  const seen = new Set<number>();
  const maps: Record<MapName, Map<string, unknown>> = {
    names: new Map(), topics: new Map(), lower: new Map(), capital: new Map(), people: new Map(),
  };
  let articles = 0;
  for (const bytes of pieces) {
    const piece = decode(bytes);
    if (!piece) return undefined;
    articles = piece.articles;
    outlets.push(...piece.outlets);
    for (const print of piece.seen) seen.add(print);
    for (const name of mapNames) {
      const map = maps[name];
      for (const key of piece.gone[name] ?? []) map.delete(key);
      for (const [key, value] of piece.set[name]) map.set(key, value);
    }
  }
  for (const print of seen) {
    if (seen.size <= limits.seen) break;
    seen.delete(print);
  }
  // Our own writing: the maps hold what `encodeDelta` found in a state.
  return { ...empty, ...(maps as unknown as Pick<LearningState, MapName>), articles, outlets, seen };
}

/** What a set grew by at its end, which forgets at its beginning alone: no one of two hundred thousand is looked up. */
function cameBehind(before: ReadonlySet<number>, after: ReadonlySet<number>): number[] {
  const [first] = after;
  let forgotten = 0;
  for (const print of before) {
    if (print === first) break;
    forgotten++;
  }
  let left = before.size - forgotten;
  const came: number[] = [];
  for (const print of after) if (--left < 0) came.push(print);
  return came;
}

function setsOf(entriesOf: (name: MapName) => readonly (readonly [string, unknown])[]): LearningPiece['set'] {
  return {
    names: entriesOf('names'),
    topics: entriesOf('topics'),
    lower: entriesOf('lower'),
    capital: entriesOf('capital'),
    people: entriesOf('people'),
  };
}

function changedEntries(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): [string, unknown][] {
  const changed: [string, unknown][] = [];
  for (const [key, value] of after) if (before.get(key) !== value) changed.push([key, value]);
  return changed;
}

function encode(piece: LearningPiece): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(piece));
}

function decode(bytes: Uint8Array): LearningPiece | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as LearningPiece;
  } catch {
    // Damaged: what was learned so far is in the entities, and learning begins anew.
    return undefined;
  }
}
