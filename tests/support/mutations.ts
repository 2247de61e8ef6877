import fc from 'fast-check';

/** What is done to a file that was right: each takes it and gives back a damaged one. */
type Damage = (bytes: Uint8Array) => Uint8Array;

/** Long enough to begin anywhere in the files that are damaged here; wrapped to their length. */
const place = fc.nat(65_535);

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const cut: fc.Arbitrary<Damage> = place.map((at) => (bytes) => bytes.slice(0, at % (bytes.length + 1)));

const leaveOut: fc.Arbitrary<Damage> = fc.tuple(place, fc.nat(400)).map(([at, length]) => (bytes) => {
  const from = at % (bytes.length + 1);
  return concat(bytes.subarray(0, from), bytes.subarray(from + length));
});

const flip: fc.Arbitrary<Damage> = fc.tuple(place, fc.nat(7)).map(([at, bit]) => (bytes) => {
  const flipped = bytes.slice();
  const from = at % Math.max(1, bytes.length);
  if (from < flipped.length) flipped[from] = (flipped[from] ?? 0) ^ (1 << bit);
  return flipped;
});

const duplicate: fc.Arbitrary<Damage> = fc.tuple(place, fc.nat(300), fc.integer({ min: 1, max: 12 })).map(([at, length, times]) => (bytes) => {
  const from = at % (bytes.length + 1);
  const part = bytes.subarray(from, from + length);
  return concat(bytes.subarray(0, from), ...Array.from({ length: times }, () => part), bytes.subarray(from));
});

const move: fc.Arbitrary<Damage> = fc.tuple(place, place, fc.nat(200)).map(([from, to, length]) => (bytes) => {
  const start = from % (bytes.length + 1);
  const part = bytes.subarray(start, start + length);
  const rest = concat(bytes.subarray(0, start), bytes.subarray(start + length));
  const at = to % (rest.length + 1);
  return concat(rest.subarray(0, at), part, rest.subarray(at));
});

/** Puts one of these in anywhere; `nested` again and again, as what opens and never closes. */
function splice(pieces: readonly string[], nested: readonly string[]): fc.Arbitrary<Damage> {
  const encoder = new TextEncoder();
  const piece = fc.oneof(
    fc.constantFrom(...pieces).map((text) => encoder.encode(text)),
    fc.uint8Array({ maxLength: 12 }),
    fc.tuple(fc.constantFrom(...nested), fc.constantFrom(2, 2, 9, 9, 40, 1_500)).map(([text, depth]) => encoder.encode(text.repeat(depth))),
  );
  return fc.tuple(place, piece).map(([at, part]) => (bytes) => {
    const from = at % (bytes.length + 1);
    return concat(bytes.subarray(0, from), part, bytes.subarray(from));
  });
}

export interface Damages {
  /** Such as mean something where they stand. */
  readonly pieces: readonly string[];
  /** What opens something. */
  readonly nested: readonly string[];
}

/** Files that were right before something was cut off, left out, flipped, doubled, moved or put in, up to five times. */
export function damaged(files: readonly (string | Uint8Array)[], { pieces, nested }: Damages): fc.Arbitrary<Uint8Array> {
  const bytes = files.map((file) => (typeof file === 'string' ? new TextEncoder().encode(file) : file));
  const damage = fc.oneof(cut, leaveOut, flip, duplicate, move, splice(pieces, nested), splice(pieces, nested));
  return fc
    .tuple(fc.constantFrom(...bytes), fc.array(damage, { minLength: 1, maxLength: 5 }))
    .map(([file, damages]) => readable(damages.reduce((so, change) => change(so), file)));
}

/** So that a failure tells text and not thousands of numbers; its seed and path have the whole. */
function readable(bytes: Uint8Array): Uint8Array {
  const text = (): string => JSON.stringify(new TextDecoder('latin1').decode(bytes.subarray(0, 3_000)));
  return Object.defineProperty(bytes, fc.toStringMethod, { value: text, enumerable: false });
}

/** Keys that mean something to the language, and must mean nothing in data. */
export const languageKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'toJSON', 'then', 'length'] as const;

const oddTexts = fc.oneof(
  fc.constantFrom('', ' ', '__proto__', 'javascript:alert(1)', '\u0000', '\ud800', '\udc00x', '\u202e', '1e999', 'x'.repeat(20_001), '🗞'.repeat(300), 'https://a.example/', '9999-99-99T99:99:99Z'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const oddNumbers = fc.constantFrom(0, -0, -1, 0.5, 1e308, 2 ** 53, -(2 ** 53), 2 ** 31, 1e-320);

/** Any JSON, as `JSON.parse` makes it: `__proto__` is a key of its own there. */
export const json: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.constantFrom(null, true, false), oddNumbers, oddTexts),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.oneof(fc.constantFrom<string>(...languageKeys, 'id', 'state', 'kind', 'format'), fc.string({ maxLength: 4 })), tie('value')), { maxLength: 4 }).map(withOwnKeys),
  ),
})).value;

/** Not by assignment, for which `__proto__` is none of the keys. */
function withOwnKeys(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries);
}

/** JSON that was right, with something else in one to three of its places, or a key of the language beside others. */
export function damagedJson(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const change = fc.tuple(fc.nat(1_000), fc.oneof(
    json.map((value) => ({ does: 'replace' as const, value })),
    fc.constant({ does: 'nest' as const }),
    fc.tuple(fc.constantFrom(...languageKeys), json).map(([key, value]) => ({ does: 'add' as const, key, value })),
  ));
  return fc.tuple(right, fc.array(change, { minLength: 1, maxLength: 3 })).map(([value, changes]) =>
    changes.reduce<unknown>((so, [at, what]) => {
      const count = countPlaces(so);
      let left = at % count;
      return rebuilt(so, (inner) => {
        if (left-- !== 0) return inner;
        if (what.does === 'replace') return what.value;
        if (what.does === 'nest') return [inner];
        return isRecord(inner) ? withOwnKeys([...Object.entries(inner), [what.key, what.value]]) : inner;
      });
    }, value),
  );
}

function countPlaces(value: unknown): number {
  let count = 0;
  rebuilt(value, (inner) => {
    count++;
    return inner;
  });
  return count;
}

function rebuilt(value: unknown, change: (value: unknown) => unknown): unknown {
  const changed = change(value);
  if (changed !== value) return changed;
  if (Array.isArray(value)) return value.map((inner) => rebuilt(inner, change));
  return isRecord(value) ? withOwnKeys(Object.entries(value).map(([key, inner]) => [key, rebuilt(inner, change)])) : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
