import * as is from './characters';
import { foldText } from './characters';

/** Longer tokens are no names; they match nothing. */
export const longestToken = 127;

export const letterS = 0x73;
export const hashSeed = 0x811c9dc5 | 0;

/** One step of the hash over the folded units of a token (FNV-1a, a unit at a time). */
export function nextHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The hash of a folded token, as the reader computes it on the way. */
export function hashToken(folded: string): number {
  let hash = hashSeed;
  for (let index = 0; index < folded.length; index += 1) hash = nextHash(hash, folded.charCodeAt(index));
  return hash;
}

/** Reads one word where the text has one. The fields describe the token last read. */
export class WordReader {
  /** UTF-16 offsets into the text; `end` leaves a possessive 's out. */
  start = 0;
  end = 0;
  /** Case bits of the first character (`upperBit`, `lowerBit`, `numberBit`; none for scripts without case). */
  first = 0;
  /** Case bits of all characters together. */
  seen = 0;
  /** How many units the folded token has; only `longestToken` of them are kept in `units`. */
  length = 0;
  readonly units = new Uint16Array(longestToken + 1);
  hash = hashSeed;
  protected text = '';
  /** The 's behind the word; -1 where there is none. */
  protected possessiveStart = -1;
  protected possessiveEnd = -1;

  /** The current token, folded. */
  folded(): string {
    return String.fromCharCode(...this.units.subarray(0, Math.min(this.length, longestToken)));
  }

  /** @param kind the class of the character there, one that is part of words */
  protected readWord(at: number, kind: number): void {
    const fact = this.factAt(at);
    this.possessiveStart = -1;
    this.start = at;
    this.first = fact & is.caseMask;
    if (kind === is.ampersand) {
      this.end = at + 1;
      this.seen = 0;
      this.setUnits('and');
    } else if (kind >= is.unspaced) {
      this.readUnspaced(at, fact);
    } else {
      this.readSpaced(at);
      if (this.length === 1 && isCased(fact) && this.possessiveStart < 0 && this.isAt(this.end, is.period)) this.readAcronym();
    }
  }

  /** One letter of a script without spaces, with the signs that belong to it. */
  private readUnspaced(from: number, fact: number): void {
    const { text } = this;
    let at = from + widthAt(text, from);
    let end = at;
    while (at < text.length) {
      const kind = this.classAt(at);
      if (kind !== is.follower && kind !== is.accent && kind !== is.ignorable) break;
      at += widthAt(text, at);
      if (kind !== is.ignorable) end = at;
    }
    this.end = end;
    this.seen = this.first;
    const unit = fact >>> 16;
    if (unit === 0 || end > from + 1) {
      this.setUnits(foldText(text.slice(from, end)));
      return;
    }
    this.units[0] = unit;
    this.length = 1;
    this.hash = nextHash(hashSeed, unit);
  }

  /** A word of a script with spaces: letters and digits, apostrophes between them, accents and invisible joiners. */
  private readSpaced(from: number): void {
    const { text, units } = this;
    let end = from;
    let seen = 0;
    let length = 0;
    let hash = hashSeed;
    let unit = 0;
    let foldsByUnit = true;
    let apostropheAt = -1;
    let [endBefore, seenBefore, lengthBefore, hashBefore] = [0, 0, 0, 0];
    for (let at = from; at < text.length; at += 1) {
      const fact = this.factAt(at);
      const kind = fact & is.classMask;
      if (kind === is.letter) {
        unit = fact >>> 16;
        if (length < longestToken) units[length] = unit;
        length += 1;
        hash = nextHash(hash, unit);
      } else if (kind === is.composing || kind === is.follower) {
        foldsByUnit = false;
      } else if (kind === is.apostrophe && this.joinsAt(at, from)) {
        apostropheAt = at;
        [endBefore, seenBefore, lengthBefore, hashBefore] = [end, seen, length, hash];
        continue;
      } else if (kind !== is.accent && kind !== is.ignorable) break;
      at += widthAt(text, at) - 1;
      if (kind === is.ignorable) continue;
      seen |= fact & is.caseMask;
      end = at + 1;
    }
    this.possessiveStart = -1;
    if (apostropheAt >= 0) {
      const isPossessive = foldsByUnit
        ? length === lengthBefore + 1 && unit === letterS
        : foldText(text.slice(apostropheAt, end)) === 's';
      if (isPossessive) {
        this.possessiveStart = apostropheAt;
        this.possessiveEnd = end;
        [end, seen, length, hash] = [endBefore, seenBefore, lengthBefore, hashBefore];
      }
    }
    this.end = end;
    this.seen = seen;
    this.length = length;
    this.hash = hash;
    if (!foldsByUnit) this.setUnits(foldText(text.slice(from, end)));
  }

  /** Whether the apostrophe here is inside a word ("O'Brien"), and not after an elided article ("l'Assemblée"). */
  private joinsAt(at: number, from: number): boolean {
    if (at + 1 >= this.text.length) return false;
    const after = this.factAt(at + 1);
    const kind = after & is.classMask;
    if (kind !== is.letter && kind !== is.composing) return false;
    const elided = at === from + 1 && 'dl'.includes(this.text.charAt(from));
    return !(elided && (after & is.upperBit) !== 0);
  }

  /** Goes on after a single letter where it begins a dotted acronym ("U.S.") or initials ("J. K. Rowling"). */
  private readAcronym(): void {
    let folded = String.fromCharCode(this.units[0] ?? 0);
    let last = this.start;
    let { end } = this;
    while (this.isAt(end, is.period)) {
      let at = end + 1;
      const apart = this.isAt(at, is.space);
      if (apart) at += 1;
      const letterEnd = this.singleLetterEnd(at);
      if (letterEnd < 0) break;
      const bothUpper = (this.factAt(last) & this.factAt(at) & is.upperBit) !== 0;
      if (apart && !(bothUpper && this.isAt(letterEnd, is.period))) break;
      folded += foldText(this.text.slice(at, letterEnd));
      this.seen |= this.factAt(at) & (is.upperBit | is.lowerBit);
      last = at;
      end = letterEnd;
    }
    if (folded.length === 1) return;
    this.end = this.isAt(end, is.period) ? end + 1 : end;
    this.setUnits(folded);
    this.findPossessiveAt(this.end);
  }

  /** The end of a word of one letter that begins here, or -1. */
  private singleLetterEnd(at: number): number {
    if (at >= this.text.length) return -1;
    const fact = this.factAt(at);
    if ((fact & is.classMask) !== is.letter || !isCased(fact)) return -1;
    let end = at + widthAt(this.text, at);
    while (this.isAt(end, is.accent)) end += widthAt(this.text, end);
    if (end >= this.text.length) return end;
    switch (this.classAt(end)) {
      case is.letter:
      case is.composing:
      case is.follower:
      case is.ignorable:
        return -1;
      case is.apostrophe:
        return this.possessiveLetterEnd(end) < 0 && this.joinsAt(end, at) ? -1 : end;
      default:
        return end;
    }
  }

  private findPossessiveAt(at: number): void {
    const end = this.possessiveLetterEnd(at);
    if (end < 0) return;
    this.possessiveStart = at;
    this.possessiveEnd = end;
  }

  /** The end of an apostrophe and a lone s, or -1. */
  private possessiveLetterEnd(at: number): number {
    if (!this.isAt(at, is.apostrophe) || at + 1 >= this.text.length) return -1;
    const fact = this.factAt(at + 1);
    if ((fact & is.classMask) !== is.letter || fact >>> 16 !== letterS) return -1;
    const end = at + 1 + widthAt(this.text, at + 1);
    if (end >= this.text.length) return end;
    const after = this.classAt(end);
    const goesOn =
      after === is.letter || after === is.composing || after === is.follower || after === is.accent ||
      after === is.ignorable || (after === is.apostrophe && this.joinsAt(end, at + 1));
    return goesOn ? -1 : end;
  }

  protected setUnits(folded: string): void {
    this.length = folded.length;
    for (let index = 0; index < folded.length && index < longestToken; index += 1) {
      this.units[index] = folded.charCodeAt(index);
    }
    this.hash = hashToken(folded);
  }

  /** The class of what starts here; for a surrogate pair that of its character. */
  protected classAt(at: number): number {
    return this.factAt(at) & is.classMask;
  }

  protected factAt(at: number): number {
    const fact = is.factOfUnit(this.text.charCodeAt(at));
    return (fact & is.classMask) === is.surrogate ? is.factOfCodePoint(this.text.codePointAt(at) ?? 0) : fact;
  }

  protected isAt(at: number, kind: number): boolean {
    return at < this.text.length && this.classAt(at) === kind;
  }
}

export function widthAt(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isCased(fact: number): boolean {
  return (fact & (is.upperBit | is.lowerBit)) !== 0;
}
