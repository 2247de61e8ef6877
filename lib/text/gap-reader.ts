import { isAbbreviation, mayBeAbbreviation } from './abbreviations';
import * as is from './characters';
import { unitFacts } from './characters';
import { breakToken, kindMask, wordToken, type TokenTable } from './token-table';
import { letterS, type WordScanner } from './word-scanner';

/** Far enough from any offset that nothing is next to it. */
const nowhere = -8;

/** Reads the signs between words: which of them keep the words on both sides from being one name, and which do not. */
export class GapReader {
  constructor(
    private readonly table: TokenTable,
    private readonly scanner: WordScanner,
  ) {}

  /** Adds the sign here, which is no newline, if it parts names; says where to go on. */
  read(at: number): number {
    const { scanner, table } = this;
    const fact = scanner.factAt(at);
    const end = at + scanner.widthAt(at);
    if (this.breaksAt(at, fact & is.classMask)) {
      table.add({ start: at, end, traits: breakToken, length: table.writeUnit(fact >>> 16, 0) });
    }
    return end;
  }

  /** Whether the period here, with so many tokens before it, is no initial's, no abbreviation's and not inside a word. */
  surelyBreaks(at: number, count: number): boolean {
    const { ends, hashes, traits, unitsAt } = this.table;
    if (count === 0 || ends[count - 1] !== at || ((traits[count - 1] ?? 0) & kindMask) === breakToken) return true;
    if (this.isWordAt(at + 1)) return false;
    const length = (unitsAt[count] ?? 0) - (unitsAt[count - 1] ?? 0);
    return length > 1 && !mayBeAbbreviation(hashes[count - 1] ?? 0);
  }

  /** Whether the hyphen here, with so many tokens before it, is between two words. */
  surelyJoins(at: number, count: number): boolean {
    const { ends, traits } = this.table;
    if (count === 0 || ends[count - 1] !== at || ((traits[count - 1] ?? 0) & kindMask) === breakToken) return false;
    return ((unitFacts[this.scanner.text.charCodeAt(at + 1)] ?? 0) & is.classMask) >= is.letter;
  }

  private breaksAt(at: number, kind: number): boolean {
    const gapStart = this.gapStart();
    const direct = at === gapStart;
    switch (kind) {
      case is.punctuation:
        return true;
      case is.period:
        return !(direct && (this.isWordAt(at + 1) || this.endsInAbbreviation()));
      case is.hyphen:
        return !(this.isWordAt(this.pastInvisible(at + 1)) && this.joins(gapStart, at));
      case is.apostrophe:
        return !(direct && (this.isWordAt(at + 1) || this.endsInS()));
      default:
        return false;
    }
  }

  /** Where the gap after the last word began, unless a break has been in it. */
  private gapStart(): number {
    const { count, ends, traits } = this.table;
    const isAfterWord = count > 0 && ((traits[count - 1] ?? 0) & kindMask) !== breakToken;
    return isAfterWord ? (ends[count - 1] ?? 0) : nowhere;
  }

  /** Whether between the word before and the hyphen here is at most an initial's period. Signs that nobody sees are looked past. */
  private joins(gapStart: number, hyphenAt: number): boolean {
    if (gapStart === nowhere) return false;
    const afterPeriod = gapStart + Number(this.scanner.classAt(gapStart) === is.period);
    return this.pastInvisible(afterPeriod) === hyphenAt;
  }

  private pastInvisible(at: number): number {
    const { scanner } = this;
    let end = at;
    while (scanner.classAt(end) === is.ignorable) end += scanner.widthAt(end);
    return end;
  }

  private isWordAt(at: number): boolean {
    return this.scanner.classAt(at) >= is.ampersand;
  }

  private endsInS(): boolean {
    const { count, units, unitsAt } = this.table;
    return units[(unitsAt[count] ?? 0) - 1] === letterS;
  }

  /** An initial ("J."), or an abbreviation that stands before names ("St."). */
  private endsInAbbreviation(): boolean {
    const { table } = this;
    const row = table.count - 1;
    const traits = table.traits[row] ?? 0;
    if ((traits & kindMask) !== wordToken) return false;
    const length = (table.unitsAt[row + 1] ?? 0) - (table.unitsAt[row] ?? 0);
    if (length === 1) return (traits & is.upperBit) !== 0;
    return mayBeAbbreviation(table.hashes[row] ?? 0) && isAbbreviation(table.folded(row));
  }
}
