import { beginningIn } from './strict-decoding';
import { withWindowsCharacters } from './windows-characters';

/** Letters beyond ASCII of languages that are written in Windows-1252. */
const western = [
  'äöüßé', 'àâæçéèêëîïôœùûüÿ', 'áéíñóúüç', 'àáâãçéêíóôõúü', 'àèéìíòóùúî', 'àçèéíïòóúü', 'áéèëêïíóöüú', 'æøåéüöäóòôè', 'åäöéüàšž',
  'áéíóúýðþæö', 'äöõüšž', 'áéíóúàèìòù', 'ëç', 'âêîôûäëïöü',
];
/** All that Windows-1252 has. */
const allWestern = 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþßÿœšžÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŒŠŽŸ';
/** Of languages that were written in Windows-1250 and ISO 8859-2. */
export const centralEuropean = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ'];
/** Of all that are not Western, by encoding. */
const others: readonly (readonly [encoding: string, alphabets: readonly string[]])[] = [
  ['windows-1250', centralEuropean],
  ['iso-8859-2', centralEuropean],
  ['windows-1254', ['çğıİöşüâîû']],
  ['windows-1257', ['ąčęėįšųūž', 'āčēģīķļņšūž']],
];
/** Of all letters beyond ASCII, this share is in the alphabet of a language that the text is taken to be in. */
const leastOfWestern = 0.9;
const leastOfOther = 0.95;
/** Fewer letters, or fewer different ones, say nothing. */
const fewestLetters = 6;
const fewestDifferent = 3;
/** Most letters with accents are the same in both readings: only the others, so many and so large a share, tell them apart. */
const telling = { fewest: 3, share: 0.08 };
/** A wrong letter counts as much against an encoding as so many right ones for it. */
const costOfWrong = 3;
const longestSample = 20_000;

const letter = /\p{Ll}|\p{Lu}/u;
/** Between two letters, these are nothing strange. */
const joining = /[\u00a0\u00ad\u00b7\u2010-\u2015\u2018\u2019\u2026]/;

/**
 * The encoding of bytes that are neither UTF-8 nor, by their letters, any language of Western Europe, where they are one of
 * Central Europe, of the Baltic or Turkish: the same bytes are other letters there. Undefined for all else.
 */
export function latinEncoding(bytes: Uint8Array): string | undefined {
  const written = beginningIn(bytes, 'windows-1252');
  if (written === undefined) return undefined;
  const signs = signsOf(withWindowsCharacters(written));
  if (signs.length < fewestLetters || western.some((alphabet) => fitOf(signs, alphabet).share >= leastOfWestern)) return undefined;
  const fits = others.flatMap(([encoding, alphabets]) => {
    const text = beginningIn(bytes, encoding);
    const read = text === undefined ? [] : signsOf(text);
    const apart = read.filter((sign) => !allWestern.includes(sign)).length;
    if (apart < telling.fewest || apart < telling.share * read.length) return [];
    return alphabets.map((alphabet) => ({ encoding, ...fitOf(read, alphabet) }));
  });
  const [best] = fits
    .filter(({ right, share, different }) => share >= leastOfOther && right >= fewestLetters && different >= fewestDifferent)
    .sort((one, other) => other.score - one.score);
  return best?.encoding;
}

/** The first signs beyond ASCII that say something of the language: its letters, and what cannot be meant to stand where it does. */
function signsOf(text: string): string[] {
  const signs: string[] = [];
  for (let at = 0; at < text.length && signs.length < longestSample; at++) {
    const sign = text.charAt(at);
    if (sign < '\u0080') continue;
    const isWithin = letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at + 1));
    if (letter.test(sign) || sign < '\u00a0' || (isWithin && !joining.test(sign))) signs.push(sign);
  }
  return signs;
}

function fitOf(signs: readonly string[], alphabet: string): { right: number; share: number; different: number; score: number } {
  const found = signs.map((sign) => (alphabet.includes(sign) ? sign : sign.toLowerCase())).filter((sign) => alphabet.includes(sign));
  const right = found.length;
  return { right, share: right / signs.length, different: new Set(found).size, score: right - costOfWrong * (signs.length - right) };
}
