/**
 * What each character is to the tokeniser, and what it folds to. Nothing is built when the module loads: a character is
 * looked at with the engine's own Unicode tables the first time it is met, and remembered (an article has some fifty
 * different ones; filling whole tables takes longer than reading the article).
 *
 * A fact is one 32-bit number: the class in the low four bits, then case bits, and in the high sixteen the unit that the
 * character counts as (its folded letter; for punctuation one sign for all of its kind).
 */
export const classMask = 15;
export const space = 1;
export const newline = 2;
/** Says nothing: middle dots between names, ™. */
export const silent = 3;
export const punctuation = 4;
export const hyphen = 5;
export const period = 6;
export const apostrophe = 7;
/** Joiners, soft hyphens, direction marks: neither part of a word nor an end of it. */
export const ignorable = 8;
/** An accent that folding drops: part of the word before it. */
export const accent = 9;
export const ampersand = 10;
export const surrogate = 11;
/** A letter or digit that folds to one unit. From here on, classes are parts of words. */
export const letter = 12;
/** A letter that folds to several units, or whose folding depends on its neighbours. */
export const composing = 13;
/** A letter of a script that does not put spaces between words: a token of its own. */
export const unspaced = 14;
/** A sign that belongs to the letter before it and that folding keeps. */
export const follower = 15;

export const upperBit = 16;
export const lowerBit = 32;
export const numberBit = 64;
export const caseMask = upperBit | lowerBit | numberBit;

const facts = new Int32Array(0x10000);
const astralFacts = new Map<number, number>();

/** The fact of a UTF-16 unit; a half of a surrogate pair has class `surrogate`: ask for its code point. */
export function factOfUnit(unit: number): number {
  const known = facts[unit] ?? 0;
  return known === 0 ? learn(unit) : known;
}

/** The table itself, for loops that cannot afford a call. A zero means: ask `factOfUnit`. */
export const unitFacts = facts;

export function factOfCodePoint(codePoint: number): number {
  if (codePoint < 0x10000) return isSurrogate(codePoint) ? punctuation : factOfUnit(codePoint);
  let fact = astralFacts.get(codePoint);
  if (fact === undefined) {
    fact = describe(codePoint);
    astralFacts.set(codePoint, fact);
  }
  return fact;
}

/**
 * Folds a piece of text to what it is compared by: compatibility forms undone, accents of alphabets dropped (Latin,
 * Greek, Cyrillic, Hebrew and Arabic points, the stroke that lengthens Arabic words, the half rings of transliterations; the signs
 * of Indic scripts and kana stay), case folded, everything that is
 * not a letter, sign or digit left out.
 */
export function foldText(text: string): string {
  let folded = '';
  for (const character of text.normalize('NFKD')) {
    if (character < asciiEnd && isAsciiWord(character)) {
      folded += character.toLowerCase();
      continue;
    }
    const plain = plainLetters.get(character);
    if (plain !== undefined) {
      folded += plain;
      continue;
    }
    if (droppedAccent.test(character) || isInvisible(character) || !isWordCharacter(character)) continue;
    folded += character.toUpperCase().toLowerCase();
  }
  return folded.normalize('NFC');
}

const droppedAccent =
  /[\u02bd-\u02bf\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/;
/** Vowels that are letters to Unicode and yet never begin a syllable, and the half-width voicing signs. */
const followingLetter = /[\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3\uff9e\uff9f]/;
const conjoiningJamo = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;

/** Letters that Unicode does not decompose and that people write without their stroke. */
const plainLetters = new Map([
  ['Ł', 'l'], ['ł', 'l'], ['Ø', 'o'], ['ø', 'o'], ['Đ', 'd'], ['đ', 'd'], ['Ð', 'd'], ['ð', 'd'], ['Þ', 'th'],
  ['þ', 'th'], ['Æ', 'ae'], ['æ', 'ae'], ['Œ', 'oe'], ['œ', 'oe'], ['ı', 'i'], ['ẞ', 'ss'], ['Ħ', 'h'], ['ħ', 'h'],
]);

/** Signs with a class of their own, and what they count as where a name holds one. */
const marks: readonly (readonly [kind: number, folded: string, characters: string])[] = [
  [newline, '\n', '\n'],
  [apostrophe, "'", '\'’‘‛`´′ʼʻʹ׳＇'],
  [hyphen, '-', '-‐‑–‒−－﹣'],
  [period, '.', '.．․'],
  [ampersand, '&', '&＆﹠'],
  [silent, '·', '·・･‧™®©℠'],
  [punctuation, '"', '"“”„‟«»״＂'],
  [punctuation, '-', '—―⸺'],
];

/** Signs and spaces that news is full of, told apart without classes of Unicode. */
const plainSigns = '…£€§°•¿¡†';
const plainSpaces = '\u00a0\u2009\u200a\u202f';

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800;
}

function learn(unit: number): number {
  const fact = isSurrogate(unit) ? surrogate : describe(unit);
  facts[unit] = fact;
  return fact;
}

function describe(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (codePoint < asciiUnits && isAsciiWord(character)) return describeAscii(character);
  const mark = marks.find(([, , characters]) => characters.includes(character));
  if (mark !== undefined) return mark[0] | unitAbove(mark[1]);
  if (codePoint < asciiUnits) return describeAscii(character);
  if (isPlainLatin(codePoint)) return letterFact(foldText(character), character === character.toLowerCase() ? lowerBit : upperBit);
  if (plainSigns.includes(character)) return punctuation | unitAbove(character.normalize('NFKC'));
  if (plainSpaces.includes(character)) return space;
  if (isInvisible(character)) return ignorable;
  if (droppedAccent.test(character)) return accent;
  if (isWordCharacter(character)) return describeLetter(character);
  if (/[\s\p{Z}\p{Cc}]/u.test(character) && character !== '\u2029') return space;
  const folded = character.normalize('NFKC');
  // Signs made of letters ("㏄", "℅") stand for themselves: what parts names is never the same as a word.
  return punctuation | unitAbove(isWordCharacter(folded.charAt(0)) ? character : folded);
}

function describeLetter(character: string): number {
  if (followingLetter.test(character) || /\p{M}/u.test(character)) return follower;
  const folded = foldText(character);
  if (folded === '') return accent;
  const bits = caseBits(character);
  if (!/\p{Nd}/u.test(character) && isUnspaced(character)) return unspaced | bits | singleUnit(folded);
  return conjoiningJamo.test(folded) ? composing | bits : letterFact(folded, bits);
}

function letterFact(folded: string, bits: number): number {
  return folded.length === 1 ? letter | bits | unitAbove(folded) : composing | bits;
}

function singleUnit(folded: string): number {
  return folded.length === 1 ? unitAbove(folded) : 0;
}

/*
 * Classes of Unicode take the engine up to a millisecond to look up, when a pattern of them is made: in functions, so that this is
 * when one is first asked and not whenever the script is run.
 */

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(character);
}

function isInvisible(character: string): boolean {
  return /\p{Default_Ignorable_Code_Point}/u.test(character);
}

function isUnspaced(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\uff70]/u.test(character);
}

/*
 * What most texts are made of, told without the classes of Unicode: their patterns take the engine milliseconds to compile,
 * and a background that was just woken has none.
 */

const asciiUnits = 0x80;
const asciiEnd = '\u0080';

function isAsciiWord(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || isDigit(character);
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function describeAscii(character: string): number {
  if (isDigit(character)) return letter | numberBit | unitAbove(character);
  if (isAsciiWord(character)) return letter | (character <= 'Z' ? upperBit : lowerBit) | unitAbove(character.toLowerCase());
  return character <= ' ' || character === '\u007f' ? space : punctuation | unitAbove(character);
}

/** From À to ſ but for two signs; all of them have case, and both of them but ĸ. */
function isPlainLatin(codePoint: number): boolean {
  return codePoint >= 0xc0 && codePoint < 0x180 && codePoint !== 0xd7 && codePoint !== 0xf7 && codePoint !== 0x138;
}

function caseBits(character: string): number {
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return upperBit;
  if (/\p{Ll}/u.test(character)) return lowerBit;
  return /\p{N}/u.test(character) ? numberBit : 0;
}

function unitAbove(character: string): number {
  return character.charCodeAt(0) << 16;
}
