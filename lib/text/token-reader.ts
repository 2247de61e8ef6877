import { isAbbreviation, mayBeAbbreviation } from './abbreviations';
import * as is from './characters';
import { factOfUnit, unitFacts } from './characters';
import { breakToken, hashSeed, kindMask, lastHash, nextHash, seenShift, TokenTable, wordToken } from './token-table';
import { letterS, WordScanner } from './word-scanner';

/** Far enough from any offset that nothing is next to it. */
const nowhere = -8;

/** Behind a run of letters: what surely ends the word. */
const plainEnds =
  (1 << is.space) | (1 << is.newline) | (1 << is.silent) | (1 << is.punctuation) | (1 << is.hyphen) | (1 << is.period) |
  (1 << is.ampersand) | (1 << is.unspaced);

/** Reads texts into a table of tokens. What a token is, is written in `tokens.ts`, which gives them as objects. */
export class TokenReader {
  private readonly table = new TokenTable();
  private readonly scanner = new WordScanner(this.table);
  /** Since the last word. */
  private newlines = 0;

  /**
   * The tokens of a text; the next one overwrites them. Words that are mere runs of letters, and punctuation that surely
   * parts them, are read in this one loop; the rest is left to others.
   */
  read(text: string): TokenTable {
    const { table } = this;
    table.reserve(text.length);
    this.scanner.text = text;
    this.newlines = 0;
    const { starts, ends, hashes, traits, unitsAt } = table;
    let { units } = table;
    let count = 0;
    let unitCount = 0;
    let at = 0;
    while (at < text.length) {
      const start = at;
      const first = factAt(text, at);
      const firstKind = first & is.classMask;
      let trait = wordToken | (first & is.caseMask);
      let hash = hashSeed;
      let isPlain = false;
      if (firstKind === is.space) {
        at += 1;
        continue;
      }
      if (firstKind === is.letter) {
        let fact = first;
        let seen = 0;
        do {
          const unit = fact >>> 16;
          units[unitCount] = unit;
          unitCount += 1;
          hash = nextHash(hash, unit);
          seen |= fact;
          at += 1;
          fact = at < text.length ? factAt(text, at) : is.space;
        } while ((fact & is.classMask) === is.letter);
        trait |= (seen & is.caseMask) << seenShift;
        const kind = fact & is.classMask;
        isPlain = ((plainEnds >>> kind) & 1) === 1 && !(kind === is.period && at === start + 1);
        this.newlines = 0;
      } else if (firstKind === is.punctuation || (firstKind === is.period && this.surelyBreaks(at, count))) {
        const unit = first >>> 16;
        units[unitCount] = unit;
        unitCount += 1;
        hash = nextHash(hash, unit);
        trait = breakToken;
        at += 1;
        isPlain = true;
      }
      if (isPlain) {
        starts[count] = start;
        ends[count] = at;
        hashes[count] = lastHash(hash);
        traits[count] = trait;
        count += 1;
        unitsAt[count] = unitCount;
        continue;
      }
      table.count = count;
      at = this.readOther(start);
      ({ count, units } = table);
      unitCount = unitsAt[count] ?? 0;
    }
    table.count = count;
    return table;
  }

  /** Whether the period here, with so many tokens before it, is no initial's, no abbreviation's and not inside a word. */
  private surelyBreaks(at: number, count: number): boolean {
    const { ends, hashes, traits, unitsAt } = this.table;
    if (count === 0 || ends[count - 1] !== at || ((traits[count - 1] ?? 0) & kindMask) === breakToken) return true;
    if (this.isWordAt(at + 1)) return false;
    const length = (unitsAt[count] ?? 0) - (unitsAt[count - 1] ?? 0);
    return length > 1 && !mayBeAbbreviation(hashes[count - 1] ?? 0);
  }

  private readOther(at: number): number {
    const { scanner } = this;
    const fact = scanner.factAt(at);
    const kind = fact & is.classMask;
    if (kind >= is.ampersand) {
      this.newlines = 0;
      return scanner.read(at);
    }
    const end = at + scanner.widthAt(at);
    if (this.breaksAt(at, kind)) {
      const { table } = this;
      table.add({ start: at, end, traits: breakToken, length: table.writeUnit(fact >>> 16, 0) });
    }
    return end;
  }

  /** Whether what stands here in a gap keeps the words on both sides from being one name. */
  private breaksAt(at: number, kind: number): boolean {
    const gapStart = this.gapStart();
    const direct = at === gapStart;
    switch (kind) {
      case is.punctuation:
        return true;
      case is.newline:
        this.newlines += 1;
        return this.newlines === 2;
      case is.period:
        return !(direct && (this.isWordAt(at + 1) || this.endsInAbbreviation()));
      case is.hyphen: {
        const afterInitial = at === gapStart + 1 && this.scanner.classAt(gapStart) === is.period;
        return !(this.isWordAt(at + 1) && (direct || afterInitial));
      }
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

function factAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const fact = unitFacts[unit] ?? 0;
  return fact === 0 ? factOfUnit(unit) : fact;
}
