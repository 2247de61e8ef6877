/**
 * The compiled form: a header of 32-bit words, then sections, each beginning at a multiple of four bytes. Typed arrays lie
 * over it as it comes out of storage. Words are little-endian, as on every machine that runs these browsers; on another
 * one the first word would not be the mark, and the index would be built anew.
 *
 * | section | what |
 * |---|---|
 * | slots | hash table of the tokens: where in the pool each is, and above that bits of its hash |
 * | pool | tokens, those of most names first: a byte of length and facts, the node of one that begins names, what it means alone, the units in one or two bytes each |
 * | edges | packed; siblings together and in the order of their tokens: the token's label and the node; before them, with label 0, how many there are if they are many, and what the parent means itself unless it is a first token |
 * | lists | meanings of names that have several, or other gates than usual: a count, then so many |
 * | steps | bitmap by hash of the steps from a node over a token: most that a text tries are not there |
 * | smallBeginnings | two bits by hash: what a token may begin that is written with a small letter first |
 * | smallSteps | as steps, from the first tokens of names that may begin with a small letter |
 * | removed | entities of the base that an overlay takes away, ascending |
 */
export const sectionNames = ['slots', 'pool', 'edges', 'lists', 'steps', 'smallBeginnings', 'smallSteps', 'removed'] as const;

export type SectionName = (typeof sectionNames)[number];

const mark = 0x7a676c73; // "slgz"
const version = 8;
/** Words 0 to 4: mark, version, length in bytes, checksum of the header, checksum of the rest. */
const headerChecksumWord = 3;
const contentChecksumWord = 4;
const countsAt = 5;
/** Names, places in the dictionary by hash, and the widths of the packed columns. */
const countNames = ['names', 'homes', 'labelWidth', 'nodeWidth'] as const;
const sectionsAt = countsAt + countNames.length;
const headerWords = sectionsAt + sectionNames.length * 2;

export type Counts = Record<(typeof countNames)[number], number>;
export type Sections = Record<SectionName, { readonly offset: number; readonly bytes: number }>;

export interface Layout {
  readonly counts: Counts;
  readonly sections: Sections;
}

export function assemble(counts: Counts, contents: Readonly<Record<SectionName, Uint8Array>>): ArrayBuffer {
  let offset = headerWords * 4;
  const places = sectionNames.map((name) => {
    const place = { name, offset, bytes: contents[name].byteLength };
    offset += (place.bytes + 3) & ~3;
    return place;
  });
  const buffer = new ArrayBuffer(offset);
  const header = new Uint32Array(buffer, 0, headerWords);
  header.set([mark, version, offset]);
  header.set(countNames.map((name) => counts[name]), countsAt);
  places.forEach((place, index) => {
    header.set([place.offset, place.bytes], sectionsAt + index * 2);
    new Uint8Array(buffer).set(contents[place.name], place.offset);
  });
  header[contentChecksumWord] = checksum(new Uint32Array(buffer, headerWords * 4));
  header[headerChecksumWord] = headerChecksum(header);
  return buffer;
}

/** Nothing where the buffer is truncated or not ours. Reads the header alone, so it costs the same for any size. */
export function readLayout(buffer: ArrayBuffer): Layout | undefined {
  if (buffer.byteLength < headerWords * 4 || buffer.byteLength % 4 !== 0) return undefined;
  const header = new Uint32Array(buffer, 0, headerWords);
  if (header[0] !== mark || header[1] !== version || header[2] !== buffer.byteLength) return undefined;
  if (header[headerChecksumWord] !== headerChecksum(header)) return undefined;
  const word = (index: number): number => header[index] ?? 0;
  const counts = Object.fromEntries(countNames.map((name, index) => [name, word(countsAt + index)])) as Counts;
  const sections = Object.fromEntries(
    sectionNames.map((name, index) => [
      name,
      { offset: word(sectionsAt + index * 2), bytes: word(sectionsAt + index * 2 + 1) },
    ]),
  ) as Sections;
  return { counts, sections };
}

/** Reads everything (about a millisecond for a megabyte): for once after storing, not for each start. */
export function hasContentOfHeader(buffer: ArrayBuffer): boolean {
  const header = new Uint32Array(buffer, 0, headerWords);
  return header[contentChecksumWord] === checksum(new Uint32Array(buffer, headerWords * 4));
}

function headerChecksum(header: Uint32Array): number {
  return checksum(header.filter((_, index) => index !== headerChecksumWord));
}

/** Two interleaved FNV-like sums over words; finds what storage does to bytes, not what an attacker would. */
function checksum(words: Uint32Array): number {
  let even = 0x811c9dc5;
  let odd = 0x9e3779b9;
  for (let index = 0; index + 1 < words.length; index += 2) {
    even = Math.imul(even ^ (words[index] ?? 0), 0x01000193);
    even ^= even >>> 15;
    odd = Math.imul(odd ^ (words[index + 1] ?? 0), 0x85ebca6b);
    odd ^= odd >>> 13;
  }
  const last = words.length % 2 === 1 ? (words[words.length - 1] ?? 0) : 0;
  return (Math.imul(even ^ last, 0x27d4eb2f) ^ odd ^ words.length) >>> 0;
}
