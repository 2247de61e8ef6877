import { centralEuropean, latinEncoding } from './guess-latin';
import { beginningIn } from './strict-decoding';

/** Encodings that the same languages were written in side by side, the usual one first. */
const families: readonly (readonly string[])[] = [
  ['windows-1251', 'koi8-u', 'iso-8859-5', 'ibm866'],
  ['windows-1253', 'iso-8859-7'],
  ['windows-1255', 'iso-8859-8'],
  ['windows-1256', 'iso-8859-6'],
  ['windows-874'],
];
const likelihoods = [
  'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўјљњћђџѓќѕ',
  'αοιετσνηυρπκμλςίόάγέήδωχθφύβώξζψϊϋΐΰ',
  'יוהלאתרמבשנםכדקעחפצטגסןזךףץ',
  'اليمونرتبةعدسفهكقحجأشطصخإضذثىءزئغآظؤپچژگ',
  'านรอก\u0e31\u0e35\u0e48เง\u0e49มยลวดท\u0e34สตะ\u0e37ปบคหแจ\u0e38พชข\u0e39ใไ\u0e47โผซถ\u0e4c\u0e36ศณ\u0e33ฐธภษญฏฎฤฬฉฟฝฆฑฒฌฮ\u0e4a\u0e4b\u0e4d\u0e2f\u0e46',
].map((letters) => new Map(Array.from(letters, (letter, rank) => [letter, -Math.log(rank + 2)] as const)));

/** News is full of these, in simplified and in traditional writing. */
const hanzi = new Set('的一是不在了有人中大国國上来來年到個个为為会會时時地要出发發和以日生行市家天新公台今学學我成多全部主本方民下京北报報法政能对對产產经經动動同工月可事分长長高过過关關');
const leastHanzi = 0.08;
const leastKana = 0.2;
const leastHangul = 0.9;
const costs = { otherSign: -5, control: -9, capitalAfterSmall: -4, capitalAfterCapital: -0.7 };
/** Below this on the average no single-byte encoding is believed; one fits better than that declared by more than this. */
const leastLikely = -3.5;
const leastBetter = 0.3;
const fewestSigns = 3;
/** Of the bytes beyond ASCII, so many and so large a share stand beside another in words of other scripts. */
const together = { fewest: 6, share: 0.8 };
const longestSample = 20_000;

/**
 * The encoding of bytes that are not UTF-8 and of which nothing true is said, by their letters: first the encodings of
 * several bytes, which other text hardly ever is by accident, then those of one, of other scripts where letters beyond
 * ASCII stand together, of other languages where they stand alone. Undefined for Western text, and for what is too short
 * to tell.
 */
export function guessedEncoding(bytes: Uint8Array): string | undefined {
  const found = eastAsianEncoding(bytes);
  if (found !== undefined) return found;
  if (!standsTogether(bytes)) return latinEncoding(bytes);
  const [likeliest] = families.flatMap((labels, at) => best(bytes, labels, at) ?? []).sort((one, other) => other.score - one.score);
  return likeliest && likeliest.score >= leastLikely ? likeliest.label : undefined;
}

/** Whether most bytes beyond ASCII stand beside another: so do letters of words in other scripts, not accents in Western text. */
function standsTogether(bytes: Uint8Array): boolean {
  let beyondAscii = 0;
  let beside = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    beyondAscii++;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) beside++;
  }
  return beside >= together.fewest && beside >= beyondAscii * together.share;
}

/** This encoding or one that was used beside it, where that fits clearly better. Undefined where it has no such. */
export function besideEncoding(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding === 'windows-1250' || encoding === 'iso-8859-2') {
    const other = encoding === 'windows-1250' ? 'iso-8859-2' : 'windows-1250';
    const declared = beginningIn(bytes, encoding) ?? '';
    const beside = beginningIn(bytes, other) ?? '';
    return alphabetScore(beside) > alphabetScore(declared) ? other : encoding;
  }
  const at = families.findIndex((labels) => labels.includes(encoding));
  const declared = at < 0 ? undefined : best(bytes, [encoding], at);
  const beside = at < 0 ? undefined : best(bytes, families[at] ?? [], at);
  return beside && beside.score > (declared?.score ?? -Infinity) + leastBetter ? beside.label : declared?.label;
}

/** Japanese by its kana, Korean by its syllables, Chinese by its frequent characters; whatever the bytes can be. */
export function eastAsianEncoding(bytes: Uint8Array): string | undefined {
  return (
    mostOf(bytes, ['euc-jp', 'shift_jis'], { weigh: (sign) => (/[ぁ-ヾ]/.test(sign) ? 1 : /[ｦ-ﾟ]/.test(sign) ? -1 : 0), least: leastKana }) ??
    mostOf(bytes, ['euc-kr'], { weigh: (sign) => (/[가-힣]/.test(sign) ? 1 : 0), least: leastHangul }) ??
    mostOf(bytes, ['gb18030', 'big5'], { weigh: (sign) => (hanzi.has(sign) ? 1 : 0), least: leastHanzi })
  );
}

interface Mark {
  readonly weigh: (letter: string) => number;
  /** On the average of all letters beyond ASCII. */
  readonly least: number;
}

function mostOf(bytes: Uint8Array, labels: readonly string[], { weigh, least }: Mark): string | undefined {
  const read = labels.flatMap((label) => {
    const text = beginningIn(bytes, label);
    const signs = sampleOf(text ?? '').filter((sign) => /\p{L}/u.test(sign));
    const share = signs.reduce((sum, sign) => sum + weigh(sign), 0) / signs.length;
    return text !== undefined && signs.length >= fewestSigns && share >= least ? [{ label, share }] : [];
  });
  return read.sort((one, other) => other.share - one.share)[0]?.label;
}

/** With the mean likelihood of a sign beyond ASCII, as a natural logarithm. */
function best(bytes: Uint8Array, labels: readonly string[], at: number): { label: string; score: number } | undefined {
  const read = labels.flatMap((label) => {
    const text = beginningIn(bytes, label);
    return text === undefined ? [] : [{ label, score: likelihood(text, likelihoods[at] ?? new Map()) }];
  });
  return read.sort((one, other) => other.score - one.score)[0];
}

function likelihood(text: string, letters: ReadonlyMap<string, number>): number {
  let sum = 0;
  let signs = 0;
  for (let at = 0; at < text.length && signs < longestSample; at++) {
    const sign = text.charAt(at);
    if (sign < '\u0080') continue;
    const before = text.charAt(at - 1);
    const lower = sign.toLowerCase();
    if (sign !== lower && before !== before.toUpperCase()) sum += costs.capitalAfterSmall;
    else if (sign !== lower && before !== before.toLowerCase()) sum += costs.capitalAfterCapital;
    sum += letters.get(lower) ?? (sign < '\u00a0' ? costs.control : costs.otherSign);
    signs++;
  }
  return signs === 0 ? 0 : sum / signs;
}

function alphabetScore(text: string): number {
  const signs = sampleOf(text.toLowerCase());
  return Math.max(...centralEuropean.map((alphabet) => signs.filter((sign) => alphabet.includes(sign)).length - signs.filter((sign) => sign < '\u00a0').length));
}

/** The first signs beyond ASCII. */
function sampleOf(text: string): string[] {
  return (text.match(/[^\0-\x7f]/g) ?? []).slice(0, longestSample);
}
