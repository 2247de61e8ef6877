import { isAbbreviation } from './abbreviations';
import * as is from './characters';
import { letterS, widthAt, WordReader } from './word-reader';

/** What the current token is. */
export const wordToken = 0;
/** The 's of a possessive or a short form, a token of its own after its word. */
export const possessiveToken = 1;
/** Punctuation that separates names, one character a token. */
export const breakToken = 2;

/** Far enough from any offset that nothing is next to it. */
const nowhere = -8;

/**
 * Reads a text token by token without making an object for any of them: the fields describe the current token. What a
 * token is, is written in `tokens.ts`, which gives them as objects.
 */
export class TokenReader extends WordReader {
  kind = wordToken;
  /** Where to go on. */
  private cursor = 0;
  /** Where the gap after the last word began. */
  private gapStart = nowhere;
  private newlines = 0;

  open(text: string): void {
    this.text = text;
    this.continueAt(0);
  }

  /** Goes on from this offset, as if the text began there. */
  continueAt(offset: number): void {
    this.cursor = offset;
    this.gapStart = nowhere;
    this.possessiveStart = -1;
    this.length = 0;
    this.newlines = 0;
  }

  /** Reads the word at this offset, where a word begins; false if none does. */
  readAt(offset: number): boolean {
    this.continueAt(offset);
    const kind = this.classAt(offset);
    if (kind >= is.ampersand) this.readWordHere(offset, kind);
    else this.cursor = offset + widthAt(this.text, offset);
    return kind >= is.ampersand;
  }

  /** The offset behind the current token, its possessive included. */
  get next(): number {
    return this.cursor;
  }

  get possessive(): boolean {
    return this.possessiveStart >= 0;
  }

  /** Moves to the next token of any kind. False at the end of the text. */
  advance(): boolean {
    if (this.possessiveStart >= 0) {
      this.readPossessive();
      return true;
    }
    const { text } = this;
    for (let at = this.cursor; at < text.length; at += widthAt(text, at)) {
      const kind = this.classAt(at);
      if (kind >= is.ampersand) {
        this.readWordHere(at, kind);
        return true;
      }
      if (kind === is.newline) this.newlines += 1;
      if (this.breaksAt(at, kind)) {
        this.readBreak(at);
        return true;
      }
    }
    this.cursor = text.length;
    return false;
  }

  private readWordHere(at: number, kind: number): void {
    this.readWord(at, kind);
    this.kind = wordToken;
    this.startGap(this.possessive ? this.possessiveEnd : this.end);
  }

  private isWordAt(at: number): boolean {
    return at < this.text.length && this.classAt(at) >= is.ampersand;
  }

  /** Whether what stands here in a gap keeps the words on both sides from being one name. */
  private breaksAt(at: number, kind: number): boolean {
    const direct = at === this.gapStart;
    switch (kind) {
      case is.punctuation:
        return true;
      case is.newline:
        return this.newlines === 2;
      case is.period:
        return !(direct && (this.isWordAt(at + 1) || this.endsInAbbreviation()));
      case is.hyphen:
        return !(this.isWordAt(at + 1) && (direct || (at === this.gapStart + 1 && this.classAt(at - 1) === is.period)));
      case is.apostrophe:
        return !(direct && (this.isWordAt(at + 1) || this.units[this.length - 1] === letterS));
      default:
        return false;
    }
  }

  /** An initial ("J."), or an abbreviation that stands before names ("St."). */
  private endsInAbbreviation(): boolean {
    if (this.kind !== wordToken) return false;
    if (this.length === 1) return this.first === is.upperBit;
    return this.length < 8 && isAbbreviation(this.folded());
  }

  private readBreak(at: number): void {
    const character = String.fromCodePoint(this.text.codePointAt(at) ?? 0);
    this.kind = breakToken;
    this.start = at;
    this.end = at + character.length;
    this.cursor = this.end;
    this.first = 0;
    this.seen = 0;
    this.setUnits(foldBreak(character));
  }

  private readPossessive(): void {
    this.kind = possessiveToken;
    this.start = this.possessiveStart;
    this.end = this.possessiveEnd;
    this.first = is.lowerBit;
    this.seen = is.lowerBit;
    this.setUnits("'s");
    this.possessiveStart = -1;
    this.startGap(this.end);
  }

  private startGap(end: number): void {
    this.cursor = end;
    this.gapStart = end;
    this.newlines = 0;
  }
}

/** Quotation marks and dashes of all kinds count as the same. */
function foldBreak(character: string): string {
  if (/['’‘‛`´′ʼʻʹ＇]/.test(character)) return "'";
  if (/["“”„‟«»＂]/.test(character)) return '"';
  if (/[\p{Pd}]/u.test(character)) return '-';
  return character.normalize('NFKC').charAt(0);
}
