import { ownHashMask, ownHashTraits, mostOwnLetters, type TokenTable } from '../text/token-table';

/** Of their own, since what another module names is looked up each time it is used. */
const mask = ownHashMask;
const traitsOfOwn = ownHashTraits;
const mostLetters = mostOwnLetters;

/** A power of two; an article asks for some three hundred different short words. */
const places = 4096;
const placeShift = 32 - Math.log2(places);
/**
 * Hash, number in the dictionary, node, and what it means alone. Of a text's tokens the same stands side by side, with what the
 * walk knows instead of the hash: what an engine checks of an array in each turn of a loop it then checks once.
 */
export const foundColumns = 4;
export const numberColumn = 1;
export const nodeColumn = 2;
export const ownColumn = 3;
const columns = foundColumns;

/**
 * What short words of this and earlier texts turned out to be: texts say the same ones again and again. No two of them have the
 * same hash, so that no letters are compared. What comes to the place of another drives it out.
 */
export class KnownWords {
  /** No short word has the hash 0, which says that a place is free. */
  readonly words = new Int32Array(places * columns);

  /**
   * Fills in what is known of the tokens in these rows, and writes down which others have to be looked up; says how many. Without
   * a branch, as none is foreseen.
   */
  recallAll(table: TokenTable, { found, rowShift, count, unknown }: Recalled): number {
    const { words } = this;
    const { hashes, traits, unitsAt } = table;
    let unknownCount = 0;
    for (let at = 0; at < count * columns; at += columns) {
      const row = (found[at] ?? 0) >>> rowShift;
      const hash = hashes[row] ?? 0;
      const place = (hash >>> placeShift) * columns;
      const length = (unitsAt[row + 1] ?? 0) - (unitsAt[row] ?? 0);
      const differs = ((words[place] ?? 0) ^ hash) | (((traits[row] ?? 0) & mask) ^ traitsOfOwn) | ((mostLetters - length) >>> 31);
      found[at + 1] = words[place + 1] ?? 0;
      found[at + 2] = words[place + 2] ?? 0;
      found[at + 3] = words[place + 3] ?? 0;
      unknown[unknownCount] = at;
      unknownCount += (differs | -differs) >>> 31;
    }
    return unknownCount;
  }

  /** The number of the word with this hash, which is short; nothing where that is not known. */
  numberOf(hash: number): number | undefined {
    const place = (hash >>> placeShift) * columns;
    return this.words[place] === hash ? this.words[place + 1] : undefined;
  }

  keep(hash: number, { number, node, own }: { number: number; node: number; own: number }): void {
    const { words } = this;
    const place = (hash >>> placeShift) * columns;
    words[place] = hash;
    words[place + 1] = number;
    words[place + 2] = node;
    words[place + 3] = own;
  }
}

interface Recalled {
  /** In columns: rows of the table above other bits, so many, and room for what is known of each. */
  readonly found: Int32Array;
  readonly rowShift: number;
  readonly count: number;
  /** Room for where those are that are not known. */
  readonly unknown: Int32Array;
}
