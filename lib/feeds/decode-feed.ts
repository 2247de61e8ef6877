import { withWindowsCharacters } from './windows-characters';

/**
 * The text of a feed. A byte order mark decides; else what HTTP says, then what the XML declaration says, each only
 * if the bytes are possible in it; else UTF-8 if they are possible in that, else Windows-1252, in which any bytes are.
 * A declared single-byte encoding loses against bytes that are UTF-8: such text is no accident, such labels are.
 */
export function decodeFeed(bytes: Uint8Array, contentType?: string): string {
  const marked = byteOrderMark(bytes);
  if (marked) return decode(bytes, marked) ?? new TextDecoder(marked).decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replaceAll('\0', '');
  const declared = [charsetOf(contentType), xmlEncoding(head)];
  const wide = zeroPattern(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  const utf8 = decode(bytes, 'utf-8');
  for (const label of declared) {
    if (label === undefined || /^utf-?(16|32)/i.test(label)) continue; // the zeroes would have shown
    const isSingleByte = /^(iso-?8859|latin|windows-125|cp125|us-ascii|ascii)/i.test(label);
    if (isSingleByte && utf8 !== undefined) return utf8;
    const text = decode(bytes, label);
    // Node 20 decodes Windows-1252 as if it were Latin-1 (nodejs/node#56542); browsers leave nothing to do here.
    if (text !== undefined) return isSingleByte ? withWindowsCharacters(text) : text;
  }
  if (utf8 !== undefined || mostlyUtf8(bytes)) return utf8 ?? new TextDecoder().decode(bytes);
  return withWindowsCharacters(new TextDecoder('windows-1252').decode(bytes));
}

/** Undefined where the bytes cannot be in this encoding, or nobody knows it. */
function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
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
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  let broken = 0;
  let beyondAscii = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) beyondAscii++;
    if (unit === 0xfffd) broken++;
  }
  return broken * 5 < beyondAscii;
}
