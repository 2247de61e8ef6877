import * as is from './characters';
import { factOfUnit, unitFacts } from './characters';
import { GapReader } from './gap-reader';
import * as row from './token-table';
import { breakToken, hashSeed, lastHash, nextHash, possessiveTraits, seenShift, TokenTable, wordToken } from './token-table';
import { letterS, WordScanner } from './word-scanner';

/** Of its own, since a name of another module is looked up each time it is used: that doubles the time of the loop. */
const { ampersand, apostrophe, caseMask, classMask, hyphen, letter, newline, period, punctuation, space } = is;
const { unitBits } = row;

/** Behind a run of letters: what surely ends the word. */
const plainEnds =
  (1 << space) | (1 << newline) | (1 << is.silent) | (1 << punctuation) | (1 << hyphen) | (1 << period) |
  (1 << ampersand) | (1 << is.unspaced);

/** Reads texts into a table of tokens. What a token is, is written in `tokens.ts`, which gives them as objects. */
export class TokenReader {
  private readonly table = new TokenTable();
  private readonly scanner = new WordScanner(this.table);
  private readonly gaps = new GapReader(this.table, this.scanner);

  /**
   * The tokens of a text; the next one overwrites them. Words that are mere runs of letters, with or without a possessive,
   * and signs that surely part them or do not, are read in this one loop; the rest, a word in fifty, is left to others.
   */
  read(text: string): TokenTable {
    const { gaps, scanner, table } = this;
    const { length } = text;
    table.reserve(length);
    scanner.text = text;
    const facts = unitFacts;
    const { starts, ends, hashes, traits, unitsAt } = table;
    let { units } = table;
    let count = 0;
    let unitCount = 0;
    /** Since the last word. */
    let newlines = 0;
    let at = 0;
    while (at < length) {
      const start = at;
      const first = (facts[text.charCodeAt(at)] ?? 0) || factOfUnit(text.charCodeAt(at));
      const firstKind = first & classMask;
      at += 1;
      if (firstKind === space) continue;
      if (firstKind === letter) {
        let fact = first;
        let hash = hashSeed;
        let seen = 0;
        for (;;) {
          const unit = fact >>> 16;
          units[unitCount] = unit;
          unitCount += 1;
          hash = nextHash(hash, unit);
          seen |= fact;
          fact = at < length ? (facts[text.charCodeAt(at)] ?? 0) : space;
          if ((fact & classMask) !== letter) break;
          at += 1;
        }
        newlines = 0;
        const end = at;
        const kind = fact & classMask;
        let isPlain = ((plainEnds >>> kind) & 1) === 1 && !(kind === period && end === start + 1);
        if (kind === apostrophe && end > start + 1) {
          at = lonelySEnd(text, end + 1);
          isPlain = at > 0;
        }
        if (isPlain) {
          starts[count] = start;
          ends[count] = end;
          hashes[count] = lastHash(hash);
          traits[count] = wordToken | (first & caseMask) | ((seen & caseMask) << seenShift) | (seen & unitBits);
          count += 1;
          unitsAt[count] = unitCount;
          if (at === end) continue;
          table.count = count;
          table.add({ start: end, end: at, traits: possessiveTraits, length: table.writeUnits("'s") });
          ({ count, units } = table);
          unitCount = unitsAt[count] ?? 0;
          continue;
        }
      } else {
        if (firstKind === newline) newlines += 1;
        const breaks =
          firstKind === punctuation ||
          (firstKind === newline && newlines === 2) ||
          (firstKind === period && gaps.surelyBreaks(start, count));
        if (breaks) {
          const unit = first >>> 16;
          units[unitCount] = unit;
          unitCount += 1;
          starts[count] = start;
          ends[count] = at;
          hashes[count] = lastHash(nextHash(hashSeed, unit));
          traits[count] = breakToken;
          count += 1;
          unitsAt[count] = unitCount;
        }
        if (breaks || firstKind === newline || (firstKind === hyphen && gaps.surelyJoins(start, count))) continue;
      }
      table.count = count;
      if (scanner.classAt(start) >= ampersand) {
        newlines = 0;
        at = scanner.read(start);
      } else at = gaps.read(start);
      ({ count, units } = table);
      unitCount = unitsAt[count] ?? 0;
    }
    table.count = count;
    return table;
  }
}

/** Where the s that is here ends, if it is one that surely ends the word; else -1. */
function lonelySEnd(text: string, at: number): number {
  if (at >= text.length) return -1;
  const fact = unitFacts[text.charCodeAt(at)] ?? 0;
  if ((fact & classMask) !== letter || fact >>> 16 !== letterS) return -1;
  const next = at + 1 < text.length ? (unitFacts[text.charCodeAt(at + 1)] ?? 0) : space;
  return ((plainEnds >>> (next & classMask)) & 1) === 1 ? at + 1 : -1;
}
