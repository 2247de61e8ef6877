import * as is from './characters';
import { factOfCodePoint, factOfUnit, foldText } from './characters';
import { possessiveTraits, seenShift, wordToken, type TokenTable } from './token-table';

export const letterS = 0x73;

/** Behind a letter: what belongs to the same word, or may. */
const wordGoesOn =
  (1 << is.letter) | (1 << is.composing) | (1 << is.follower) | (1 << is.accent) | (1 << is.ignorable);

/** Reads words of every sort, with apostrophes, dots, accents apart, invisible joiners and signs, into a table. */
export class WordScanner {
  text = '';
  /** Where the current word begins and ends, what case its characters have, and the lone s behind an apostrophe if any. */
  private start = 0;
  private end = 0;
  private seen = 0;
  private possessiveStart = -1;
  private possessiveEnd = -1;

  constructor(private readonly table: TokenTable) {}

  /** Adds the word that begins at `start`, and the possessive behind it; says where to go on. */
  read(start: number): number {
    const { table } = this;
    const fact = this.factAt(start);
    this.start = start;
    this.possessiveStart = -1;
    const length = this.scan(fact);
    const traits = wordToken | (fact & is.caseMask) | (this.seen << seenShift);
    table.add({ start, end: this.end, traits, length });
    if (this.possessiveStart < 0) return this.end;
    table.add({
      start: this.possessiveStart,
      end: this.possessiveEnd,
      traits: possessiveTraits,
      length: table.writeUnits("'s"),
    });
    return this.possessiveEnd;
  }

  /** The fact of the character here; behind the text there is a space. */
  factAt(at: number): number {
    if (at >= this.text.length) return is.space;
    const fact = factOfUnit(this.text.charCodeAt(at));
    return (fact & is.classMask) === is.surrogate ? factOfCodePoint(this.text.codePointAt(at) ?? 0) : fact;
  }

  classAt(at: number): number {
    return this.factAt(at) & is.classMask;
  }

  /** How many units the character here takes. */
  widthAt(at: number): number {
    return (this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }

  /** Finds the bounds of the word and writes its units; says how many. */
  private scan(fact: number): number {
    const kind = fact & is.classMask;
    if (kind === is.ampersand) {
      this.end = this.start + 1;
      this.seen = 0;
      return this.table.writeUnits('and');
    }
    if (kind !== is.letter && kind !== is.composing) return this.scanUnspaced(fact);
    const length = this.scanSpaced();
    const mayBeDotted = length === 1 && isCased(fact) && this.possessiveStart < 0 && this.classAt(this.end) === is.period;
    return mayBeDotted ? this.scanDotted() : length;
  }

  /** One letter of a script without spaces, with the signs that belong to it. */
  private scanUnspaced(fact: number): number {
    let at = this.start + this.widthAt(this.start);
    let end = at;
    for (;;) {
      const kind = this.classAt(at);
      if (kind !== is.follower && kind !== is.accent && kind !== is.ignorable) break;
      at += this.widthAt(at);
      if (kind !== is.ignorable) end = at;
    }
    this.end = end;
    this.seen = fact & is.caseMask;
    const unit = fact >>> 16;
    if (unit !== 0 && end === this.start + 1) return this.table.writeUnit(unit, 0);
    return this.table.writeUnits(foldText(this.text.slice(this.start, end)));
  }

  /** A word of a script with spaces: letters and digits, apostrophes between them, accents and invisible joiners. */
  private scanSpaced(): number {
    const { table, text } = this;
    let end = this.start;
    let seen = 0;
    let length = 0;
    let unit = 0;
    let foldsByUnit = true;
    let apostropheAt = -1;
    let [endBefore, seenBefore, lengthBefore] = [0, 0, 0];
    for (let at = this.start; ; at += this.widthAt(at)) {
      const fact = this.factAt(at);
      const kind = fact & is.classMask;
      if (kind === is.letter) {
        unit = fact >>> 16;
        length = table.writeUnit(unit, length);
      } else if (kind === is.composing || kind === is.follower) {
        foldsByUnit = false;
      } else if (kind === is.apostrophe && this.joinsAt(at)) {
        apostropheAt = at;
        [endBefore, seenBefore, lengthBefore] = [end, seen, length];
        continue;
      } else if (kind === is.ignorable) continue;
      else if (kind !== is.accent) break;
      seen |= fact & is.caseMask;
      end = at + this.widthAt(at);
    }
    const isPossessive = foldsByUnit
      ? length === lengthBefore + 1 && unit === letterS
      : foldText(text.slice(apostropheAt, end)) === 's';
    if (apostropheAt >= 0 && isPossessive) {
      this.possessiveStart = apostropheAt;
      this.possessiveEnd = end;
      [end, seen, length] = [endBefore, seenBefore, lengthBefore];
    }
    this.end = end;
    this.seen = seen;
    return foldsByUnit ? length : table.writeUnits(foldText(text.slice(this.start, end)));
  }

  /** Whether the apostrophe here is inside a word ("O'Brien"), and not after an elided article ("l'Assemblée"). */
  private joinsAt(at: number): boolean {
    const after = this.factAt(at + 1);
    const kind = after & is.classMask;
    if (kind !== is.letter && kind !== is.composing) return false;
    const elided = at === this.start + 1 && 'dl'.includes(this.text.charAt(this.start));
    return !(elided && (after & is.upperBit) !== 0);
  }

  /** Goes on after a single letter where it begins a dotted acronym ("U.S.") or initials ("J. K. Rowling"). */
  private scanDotted(): number {
    let letters = this.text.slice(this.start, this.end);
    let last = this.start;
    let { end } = this;
    while (this.classAt(end) === is.period) {
      const apart = this.classAt(end + 1) === is.space;
      const at = end + (apart ? 2 : 1);
      const letterEnd = this.singleLetterEnd(at);
      if (letterEnd < 0) break;
      const bothUpper = (this.factAt(last) & this.factAt(at) & is.upperBit) !== 0;
      if (apart && !(bothUpper && this.classAt(letterEnd) === is.period)) break;
      letters += this.text.slice(at, letterEnd);
      this.seen |= this.factAt(at) & is.caseMask;
      last = at;
      end = letterEnd;
    }
    if (last === this.start) return 1;
    this.end = this.classAt(end) === is.period ? end + 1 : end;
    this.possessiveEnd = this.possessiveEndAt(this.end);
    if (this.possessiveEnd >= 0) this.possessiveStart = this.end;
    return this.table.writeUnits(foldText(letters));
  }

  /** The end of a word of one letter that begins here, or -1. */
  private singleLetterEnd(at: number): number {
    const fact = this.factAt(at);
    if ((fact & is.classMask) !== is.letter || !isCased(fact)) return -1;
    let end = at + this.widthAt(at);
    while (this.classAt(end) === is.accent) end += this.widthAt(end);
    return this.goesOnAt(end) && this.possessiveEndAt(end) < 0 ? -1 : end;
  }

  /** The end of an apostrophe and a lone s, or -1. */
  private possessiveEndAt(at: number): number {
    const fact = this.factAt(at + 1);
    if (this.classAt(at) !== is.apostrophe || (fact & is.classMask) !== is.letter || fact >>> 16 !== letterS) return -1;
    const end = at + 1 + this.widthAt(at + 1);
    return this.goesOnAt(end) ? -1 : end;
  }

  /** Whether a word does not end here, or may not. */
  private goesOnAt(at: number): boolean {
    const kind = this.classAt(at);
    if (kind !== is.apostrophe) return ((wordGoesOn >>> kind) & 1) === 1;
    const after = this.classAt(at + 1);
    return after === is.letter || after === is.composing;
  }
}

function isCased(fact: number): boolean {
  return (fact & (is.upperBit | is.lowerBit)) !== 0;
}
