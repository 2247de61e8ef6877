import type { CoverageEvidence } from '../linking/coverage-evidence';
import type { NamedEvidence } from '../services/index-ports';

/** Three numbers: two halves of a key and a count. */
const slotSize = 3;
const leastSlots = 1 << 10;
/** At most so much of the table is in use, so that a look-up ends soon. */
const fullness = 0.7;
/** 3 MB: what a background that was just started can read without being noticed. */
const mostSlots = 1 << 18;

/**
 * Counts of what names meant and who was reported together, in one buffer that is opened as it is: keys are 64-bit hashes,
 * so counts of different things get mixed up less often than disks fail. When it is full, what was counted least goes.
 */
export class EvidenceTable {
  #slots: Uint32Array;
  #used: number;

  private constructor(slots: Uint32Array, used: number) {
    this.#slots = slots;
    this.#used = used;
  }

  static empty(): EvidenceTable {
    return new EvidenceTable(new Uint32Array(leastSlots * slotSize), 0);
  }

  /** Undefined for what is no table. */
  static open(bytes: Uint8Array): EvidenceTable | undefined {
    const slots = bytes.byteLength / 4 / slotSize;
    if (!Number.isInteger(Math.log2(slots)) || slots < leastSlots || slots > mostSlots) return undefined;
    const copy = new Uint32Array(bytes.slice().buffer);
    let used = 0;
    for (let at = 2; at < copy.length; at += slotSize) if (copy[at] !== 0) used++;
    // A look-up ends at what is not in use: in a table of somebody else's that has no such place it never would.
    return used > slots * fullness ? undefined : new EvidenceTable(copy, used);
  }

  /** What `open` takes. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.#slots.buffer).slice();
  }

  /** Adds what `evidenceDelta` made of articles. */
  add(delta: Uint8Array): void {
    const triples = new Uint32Array(delta.slice().buffer);
    for (let at = 0; at + 2 < triples.length; at += slotSize) {
      this.#count(triples[at] ?? 0, triples[at + 1] ?? 0, triples[at + 2] ?? 0);
    }
  }

  get({ high, low }: Key): number {
    const at = this.#find(high, low);
    return this.#slots[at + 2] ?? 0;
  }

  #find(high: number, low: number): number {
    const mask = this.#slots.length / slotSize - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const at = slot * slotSize;
      if (this.#slots[at + 2] === 0 || (this.#slots[at] === high && this.#slots[at + 1] === low)) return at;
    }
  }

  #count(high: number, low: number, by: number): void {
    const at = this.#find(high, low);
    const before = this.#slots[at + 2] ?? 0;
    this.#slots[at] = high;
    this.#slots[at + 1] = low;
    this.#slots[at + 2] = before + by;
    if (before > 0) return;
    this.#used++;
    if (this.#used > (this.#slots.length / slotSize) * fullness) this.#makeRoom();
  }

  #makeRoom(): void {
    const slots = this.#slots.length / slotSize;
    const least = slots < mostSlots ? 0 : this.#medianCount();
    const old = this.#slots;
    this.#slots = new Uint32Array(Math.min(mostSlots, slots * 2) * slotSize);
    this.#used = 0;
    for (let at = 0; at < old.length; at += slotSize) {
      const count = old[at + 2] ?? 0;
      if (count > least) this.#count(old[at] ?? 0, old[at + 1] ?? 0, count);
    }
  }

  #medianCount(): number {
    const counts = this.#slots.filter((_, at) => at % slotSize === 2).filter((count) => count > 0).sort();
    return counts[counts.length >> 1] ?? 1;
  }
}

/** Everything that articles add to a table, as it is stored for a batch of them. */
export function evidenceDelta(articles: readonly NamedEvidence[]): Uint8Array {
  const counts = new Map<string, Key & { count: number }>();
  const add = (key: Key): void => {
    const name = `${key.high} ${key.low}`;
    const known = counts.get(name);
    if (known) known.count++;
    else counts.set(name, { ...key, count: 1 });
  };
  for (const { names, entities } of articles) {
    add(articlesKey);
    for (const [name, meanings] of names) {
      const key = nameKey(name);
      add(key);
      for (const entity of meanings) add(joined(key, entityKey(entity)));
    }
    const keys = entities.map(entityKey);
    for (const [at, key] of keys.entries()) {
      add(key);
      for (const other of keys.slice(at + 1)) add(pairKey(key, other));
    }
  }
  const triples = new Uint32Array(counts.size * slotSize);
  let at = 0;
  for (const { high, low, count } of counts.values()) {
    triples.set([high, low, count], at);
    at += slotSize;
  }
  return new Uint8Array(triples.buffer);
}

/** The counts as the linker asks for them: by entities' numbers, which stand for these ids. */
export function evidenceFor(table: EvidenceTable, idOf: (entity: number) => string | undefined): CoverageEvidence {
  const entityKeys = new Map<number, Key>();
  const names = new Map<string, Key>();
  const keyOf = (entity: number): Key => remembered(entityKeys, entity, () => entityKey(idOf(entity) ?? ''));
  const keyOfName = (name: string): Key => remembered(names, name, () => nameKey(name));
  return {
    articles: table.get(articlesKey),
    withName: (name) => table.get(keyOfName(name)),
    withMeaning: (name, entity) => table.get(joined(keyOfName(name), keyOf(entity))),
    withEntity: (entity) => table.get(keyOf(entity)),
    withBoth: (a, b) => table.get(pairKey(keyOf(a), keyOf(b))),
  };
}

interface Key {
  readonly high: number;
  readonly low: number;
}

const articlesKey = hashOf('articles', 0);

function nameKey(name: string): Key {
  return hashOf(name, 1);
}

function entityKey(id: string): Key {
  return hashOf(id, 2);
}

function pairKey(a: Key, b: Key): Key {
  return a.high < b.high || (a.high === b.high && a.low < b.low) ? joined(a, b) : joined(b, a);
}

function joined(a: Key, b: Key): Key {
  const high = Math.imul(Math.imul(a.high, 0x9e3779b1) ^ b.high, 0x85ebca6b) >>> 0;
  const low = Math.imul(Math.imul(a.low, 0xc2b2ae35) ^ b.low ^ (high >>> 15), 0x27d4eb2f) >>> 0;
  return { high: (high ^ (high >>> 13)) >>> 0, low: (low ^ (low >>> 16)) >>> 0 };
}

/** FNV-1a from both ends. */
function hashOf(text: string, kind: number): Key {
  let forward = 0x811c9dc5 ^ kind;
  let backward = 0x01000193 ^ kind;
  for (let at = 0; at < text.length; at++) {
    forward = Math.imul(forward ^ text.charCodeAt(at), 0x01000193);
    backward = Math.imul(backward ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
  }
  return { high: forward >>> 0, low: (backward ^ (backward >>> 15)) >>> 0 };
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = make();
  known.set(key, value);
  return value;
}
