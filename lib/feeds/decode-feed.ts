import { besideEncoding, eastAsianEncoding, guessedEncoding } from './guess-encoding';
import { mixedText } from './mixed-text';
import { decodeStrictly, escapedJapanese, japanese, piecesIn } from './strict-decoding';
import { withWindowsCharacters } from './windows-characters';

/**
 * The text of a feed. A byte order mark decides; else what HTTP says, then what the XML declaration says, each only
 * if the bytes are possible in it; else UTF-8 if they are possible in that, else Windows-1252, in which any bytes are.
 * A declared single-byte encoding loses against bytes that are UTF-8: such text is no accident, such labels are. Where
 * all labels are missing or impossible, or Western and the bytes are not, the bytes themselves and the language decide,
 * and so they do between encodings that one language was written in side by side.
 */
export function decodeFeed(bytes: Uint8Array, contentType?: string): string {
  const wider = utf32(bytes);
  if (wider !== undefined) return wider;
  const marked = byteOrderMark(bytes);
  if (marked) return decodeStrictly(bytes, marked) ?? new TextDecoder(marked).decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replaceAll('\0', '');
  const declared = declaredEncodings(charsetOf(contentType), xmlEncoding(head));
  const wide = zeroPattern(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  const escaped = escapedJapanese(bytes);
  if (escaped !== undefined) return escaped;
  const utf8 = decodeStrictly(bytes, 'utf-8');
  for (const label of declared) {
    if (label === undefined || /^utf-?(16|32)/i.test(label)) continue; // the zeroes would have shown
    const encoding = encodingOf(label);
    const isSingleByte = encoding !== undefined && !severalBytes.test(encoding);
    if (isSingleByte && utf8 !== undefined) return utf8;
    if (western.test(label) && guessedEncoding(bytes) !== undefined) continue;
    const text = encoding === 'utf-8' ? utf8 : decodeStrictly(bytes, besideEncoding(bytes, encoding ?? '') ?? label);
    // Node 20 decodes Windows-1252 as if it were Latin-1 (nodejs/node#56542); browsers leave nothing to do here.
    if (text !== undefined) return isSingleByte ? withWindowsCharacters(text) : text;
  }
  if (utf8 !== undefined) return utf8;
  const likely = [...declared, 'utf-8'].find((label) => label !== undefined && !western.test(label) && isMostly(bytes, label));
  if (likely !== undefined) return /^utf-?8$/i.test(likely) ? mixedText(bytes) : new TextDecoder(likely).decode(bytes);
  return unlabelled(bytes, usualEncoding(head)) ?? withWindowsCharacters(new TextDecoder('windows-1252').decode(bytes));
}

const western = /^(?:iso-?8859-?15?|latin-?1|windows-1252|cp1252|us-ascii|ascii)$/i;
const severalBytes = /^(?:utf|gb|big5|euc|iso-2022|shift)/i;

/** In order of belief. Servers say that everything is Western where nobody told them; a feed that says something else knows. */
function declaredEncodings(http: string | undefined, xml: string | undefined): readonly (string | undefined)[] {
  const isDefault = western.test(http ?? '') && xml !== undefined && !western.test(xml) && encodingOf(xml) !== undefined;
  return isDefault ? [xml] : [http, xml];
}

/** The decoder's name for it. Undefined where nobody knows this encoding. */
function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function unlabelled(bytes: Uint8Array, usual: string | undefined): string | undefined {
  const guessed = (): string | undefined => decodedIn(bytes, guessedEncoding(bytes));
  if (usual === undefined) return guessed();
  if (usual === 'shift_jis') return japanese(bytes) ?? guessed();
  const likely = severalBytes.test(usual) ? eastAsianEncoding(bytes) : besideEncoding(bytes, usual);
  return decodedIn(bytes, likely) ?? decodeStrictly(bytes, usual) ?? guessed();
}

function decodedIn(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  return encoding === undefined ? undefined : decodeStrictly(bytes, encoding);
}

/** What a language was written in before UTF-8, where it was not Windows-1252: the fallbacks that browsers have. */
const formerEncodings: Readonly<Record<string, string>> = {
  ar: 'windows-1256', be: 'windows-1251', bg: 'windows-1251', cs: 'windows-1250', el: 'iso-8859-7', et: 'windows-1257',
  fa: 'windows-1256', he: 'windows-1255', hr: 'windows-1250', hu: 'iso-8859-2', ja: 'shift_jis', ko: 'euc-kr',
  lt: 'windows-1257', lv: 'windows-1257', mk: 'windows-1251', pl: 'iso-8859-2', ru: 'windows-1251', sk: 'windows-1250',
  sl: 'iso-8859-2', sr: 'windows-1251', th: 'windows-874', tr: 'windows-1254', uk: 'windows-1251', vi: 'windows-1258',
  zh: 'gbk', 'zh-tw': 'big5', 'zh-hk': 'big5',
};

/** By the language that the feed names. */
function usualEncoding(head: string): string | undefined {
  const tag = /<(?:dc:)?language>\s*([\w-]+)|xml:lang\s*=\s*["']\s*([\w-]+)/i.exec(head);
  const language = (tag?.[1] ?? tag?.[2] ?? '').toLowerCase();
  return formerEncodings[language] ?? formerEncodings[language.split('-')[0] ?? ''];
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return undefined;
}

/** UTF-16 without a mark: a feed begins with `<` or `{`, or blanks, of which every second byte is zero. */
function zeroPattern(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return undefined;
}

function charsetOf(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1];
}

function xmlEncoding(head: string): string | undefined {
  return /<\?xml[^>]*?encoding\s*=\s*["']\s*([^"'\s]+)/i.exec(head)?.[1];
}

/** One broken sequence in a long feed, cut by some server, does not make it another encoding. */
function isMostly(bytes: Uint8Array, label: string): boolean {
  if (/^utf-?(16|32)/i.test(label)) return false;
  const encoding = encodingOf(label);
  if (encoding === undefined) return false;
  let broken = 0;
  let beyondAscii = 0;
  for (const text of piecesIn(bytes, new TextDecoder(encoding))) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 0x7f) beyondAscii++;
      if (unit === 0xfffd) broken++;
    }
  }
  return broken * 5 < beyondAscii;
}

/** UTF-32, which decoders do not know, by its mark or by the zeroes around the first `<`. Undefined for all others. */
function utf32(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  const isLittle = (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0x3c && b === 0 && c === 0 && d === 0);
  const isBig = (a === 0 && b === 0 && c === 0xfe && d === 0xff) || (a === 0 && b === 0 && c === 0 && d === 0x3c);
  if (!isLittle && !isBig) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    if (code !== 0xfeff) parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}
