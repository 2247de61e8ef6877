/**
 * The rules of `lib/text/tokens.ts` once more, written apart from it, character by character and without any care for
 * speed: what the product finds is compared with this.
 */
export interface NaiveToken {
  start: number;
  end: number;
  kind: 'word' | 'possessive' | 'break';
  norm: string;
  small: boolean;
  capital: boolean;
}

interface Character {
  text: string;
  at: number;
  kind: Kind;
}

type Kind =
  | 'space' | 'newline' | 'silent' | 'sign' | 'hyphen' | 'period' | 'apostrophe' | 'nothing' | 'accent' | 'and'
  | 'letter' | 'ideograph' | 'attached';

export function naiveTokens(text: string): NaiveToken[] {
  return new NaiveReader(text).read();
}

class NaiveReader {
  private readonly characters: Character[] = [];
  private readonly tokens: NaiveToken[] = [];
  private at = 0;
  private gapFrom = -1;
  private emptyLines = 0;

  constructor(private readonly text: string) {
    let at = 0;
    for (const character of text) {
      this.characters.push({ text: character, at, kind: kindOf(character) });
      at += character.length;
    }
  }

  read(): NaiveToken[] {
    while (this.at < this.characters.length) {
      const kind = this.kind(this.at);
      if (kind === 'letter') this.readWord();
      else if (kind === 'ideograph' || kind === 'attached') this.readIdeograph();
      else if (kind === 'and') this.pushWord(this.at, this.at + 1, 'and');
      else this.readGap(kind);
    }
    return this.tokens;
  }

  private kind(index: number): Kind {
    return this.characters[index]?.kind ?? 'space';
  }

  private offset(index: number): number {
    return this.characters[index]?.at ?? this.text.length;
  }

  private slice(from: number, to: number): string {
    return this.text.slice(this.offset(from), this.offset(to));
  }

  private pushWord(from: number, to: number, norm: string): void {
    const written = this.slice(from, to);
    this.tokens.push({
      start: this.offset(from),
      end: this.offset(to),
      kind: 'word',
      norm,
      small: /^\p{Ll}/u.test(written),
      capital: /[\p{Lu}\p{Lt}]/u.test(written),
    });
    this.endWord(to);
  }

  private pushPossessive(from: number, to: number): void {
    this.tokens.push({ start: this.offset(from), end: this.offset(to), kind: 'possessive', norm: "'s", small: true, capital: false });
    this.endWord(to);
  }

  private endWord(to: number): void {
    this.at = to;
    this.gapFrom = to;
    this.emptyLines = 0;
  }

  private readIdeograph(): void {
    let to = this.at + 1;
    for (let next = to; ['attached', 'accent', 'nothing'].includes(this.kind(next)); next += 1) {
      if (this.kind(next) !== 'nothing') to = next + 1;
    }
    this.pushWord(this.at, to, naiveFold(this.slice(this.at, to)));
  }

  private readWord(): void {
    const from = this.at;
    let to = from;
    let lastApostrophe = -1;
    let beforeApostrophe = -1;
    for (let next = from; ; next += 1) {
      const kind = this.kind(next);
      if (kind === 'letter' || kind === 'attached' || kind === 'accent') to = next + 1;
      else if (kind === 'apostrophe' && this.isInner(next, from)) {
        lastApostrophe = next;
        beforeApostrophe = to;
      } else if (kind !== 'nothing') break;
    }
    if (lastApostrophe >= 0 && naiveFold(this.slice(lastApostrophe, to)) === 's') {
      this.pushWord(from, beforeApostrophe, naiveFold(this.slice(from, beforeApostrophe)));
      this.pushPossessive(lastApostrophe, to);
      return;
    }
    if (this.isLoneLetter(from) && naiveFold(this.slice(from, to)).length === 1 && this.kind(to) === 'period' && this.readDotted(from, to)) return;
    this.pushWord(from, to, naiveFold(this.slice(from, to)));
  }

  private isInner(apostrophe: number, from: number): boolean {
    const after = this.characters[apostrophe + 1];
    if (after?.kind !== 'letter') return false;
    return !(apostrophe === from + 1 && /^[dl]$/.test(this.slice(from, from + 1)) && /[\p{Lu}\p{Lt}]/u.test(after.text));
  }

  /** "U.S.", "J. K.": letters with a period each; false where only one is there. */
  private readDotted(from: number, firstTo: number): boolean {
    const letters = [this.slice(from, firstTo)];
    let to = firstTo;
    let last = from;
    while (this.kind(to) === 'period') {
      const apart = this.kind(to + 1) === 'space';
      const next = to + (apart ? 2 : 1);
      if (!this.isLoneLetter(next)) break;
      let letterTo = next + 1;
      while (this.kind(letterTo) === 'accent') letterTo += 1;
      if (this.goesOn(letterTo) && this.possessiveTo(letterTo) < 0) break;
      const capitals = [last, next].every((index) => /[\p{Lu}\p{Lt}]/u.test(this.characters[index]?.text ?? ''));
      if (apart && !(capitals && this.kind(letterTo) === 'period')) break;
      letters.push(this.slice(next, letterTo));
      last = next;
      to = letterTo;
    }
    if (letters.length === 1) return false;
    if (this.kind(to) === 'period') to += 1;
    const possessiveTo = this.possessiveTo(to);
    this.pushWord(from, to, naiveFold(letters.join('')));
    if (possessiveTo >= 0) this.pushPossessive(to, possessiveTo);
    return true;
  }

  private isLoneLetter(index: number): boolean {
    const { kind, text } = this.characters[index] ?? { kind: 'space', text: '' };
    return kind === 'letter' && /[\p{Lu}\p{Lt}\p{Ll}]/u.test(text) && naiveFold(text).length === 1;
  }

  private goesOn(index: number): boolean {
    if (this.kind(index) === 'apostrophe') return this.kind(index + 1) === 'letter';
    return ['letter', 'attached', 'accent', 'nothing'].includes(this.kind(index));
  }

  private possessiveTo(index: number): number {
    const letter = this.characters[index + 1];
    if (this.kind(index) !== 'apostrophe' || letter?.kind !== 'letter' || naiveFold(letter.text) !== 's') return -1;
    return this.goesOn(index + 2) ? -1 : index + 2;
  }

  private readGap(kind: Kind): void {
    const { at } = this;
    if (kind === 'newline') this.emptyLines += 1;
    if (this.parts(kind, at)) {
      const text = this.slice(at, at + 1);
      this.tokens.push({
        start: this.offset(at), end: this.offset(at + 1), kind: 'break', norm: naiveSign(text), small: false, capital: false,
      });
    }
    this.at += 1;
  }

  private isWordKind(index: number): boolean {
    return ['letter', 'ideograph', 'attached', 'and'].includes(this.kind(index));
  }

  private parts(kind: Kind, at: number): boolean {
    const direct = at === this.gapFrom;
    const last = this.tokens.at(-1);
    const beforeWord = this.isWordKind(at + 1);
    if (kind === 'newline') return this.emptyLines === 2;
    if (kind === 'period') {
      if (!direct || last === undefined) return true;
      const written = this.text.slice(last.start, last.end);
      const initial = last.kind === 'word' && last.norm.length === 1 && /^[\p{Lu}\p{Lt}]/u.test(written);
      return !(beforeWord || initial || (last.kind === 'word' && abbreviations.includes(last.norm)));
    }
    if (kind === 'hyphen') {
      const before = this.characters.findLastIndex((other, index) => index < at && other.kind !== 'nothing');
      const after = this.characters.findIndex((other, index) => index > at && other.kind !== 'nothing');
      const behindWord = before >= 0 && before === this.gapFrom - 1;
      const behindPeriod = before >= 0 && before === this.gapFrom && this.kind(before) === 'period' && last?.kind !== 'break';
      return !(this.isWordKind(after) && (behindWord || behindPeriod));
    }
    if (kind === 'apostrophe') return !(direct && (beforeWord || last?.norm.endsWith('s') === true));
    return kind === 'sign';
  }
}

const abbreviations =
  'mr mrs ms mx dr st ste mt ft jr sr prof rev hon fr gen col lt maj capt cpl sgt pvt cmdr adm brig gov sen sens rep reps pres supt atty amb messrs inc corp co ltd llc bros vs dept univ assn intl natl jan feb mar apr jun jul aug sep sept oct nov dec'.split(' ');

const accents =
  /^[\u02bd-\u02bf\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]$/;
const withoutSpaces = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ーｰ]$/u;

function kindOf(character: string): Kind {
  if (character === '\n') return 'newline';
  if (/^['’‘‛`´′ʼʻʹ׳＇]$/.test(character)) return 'apostrophe';
  if (/^[-‐‑‒–−－﹣]$/.test(character)) return 'hyphen';
  if (/^[.．․]$/.test(character)) return 'period';
  if (/^[&＆﹠]$/.test(character)) return 'and';
  if (/^[·・･‧™®©℠]$/.test(character)) return 'silent';
  if (/^\p{Default_Ignorable_Code_Point}$/u.test(character)) return 'nothing';
  if (accents.test(character)) return 'accent';
  if (/^[ะาำๅະາຳﾞﾟ]$/.test(character) || /^\p{M}$/u.test(character)) return 'attached';
  if (/^[\p{L}\p{N}]$/u.test(character)) {
    if (naiveFold(character) === '') return 'accent';
    return withoutSpaces.test(character) && !/\p{Nd}/u.test(character) ? 'ideograph' : 'letter';
  }
  return /^[\s\p{Z}\p{Cc}]$/u.test(character) && character !== '\u2029' ? 'space' : 'sign';
}

function naiveSign(sign: string): string {
  if (sign === '\n') return sign;
  if (/^["“”„‟«»״＂]$/.test(sign)) return '"';
  if (/^[—―⸺]$/.test(sign)) return '-';
  const kind = kindOf(sign);
  if (kind === 'apostrophe') return "'";
  if (kind === 'hyphen') return '-';
  if (kind === 'period') return '.';
  const folded = sign.normalize('NFKC').charAt(0);
  return /[\p{L}\p{N}\p{M}]/u.test(folded) ? sign.charAt(0) : folded;
}

const strokes: Record<string, string> = {
  ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ß: 'ss', ħ: 'h', ς: 'σ', ſ: 's',
};

function naiveFold(text: string): string {
  return Array.from(text.normalize('NFKD'))
    .filter((character) => /[\p{L}\p{N}\p{M}]/u.test(character) && !accents.test(character))
    .filter((character) => !/\p{Default_Ignorable_Code_Point}/u.test(character))
    .map((character) => strokes[character.toLowerCase()] ?? character.toUpperCase().toLowerCase())
    .join('')
    .normalize('NFC');
}
