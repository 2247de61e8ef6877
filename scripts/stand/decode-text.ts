interface DecodedText {
  readonly words: string;
  /** The name that a `Content-Type` header would give it. */
  readonly charset: string;
}

/**
 * The text of a file that says nothing of its encoding elsewhere: a byte order mark decides, then whether it is valid
 * UTF-8; else it is read as Windows-1252, which any byte fits. `undefined` for what is no text at all.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return { words: new TextDecoder(marked).decode(bytes), charset: marked };
  if (bytes.includes(0)) return undefined;
  try {
    return { words: new TextDecoder('utf-8', { fatal: true }).decode(bytes), charset: 'utf-8' };
  } catch {
    return { words: decodeWindows1252(bytes), charset: 'windows-1252' };
  }
}

/** Whether an HTML page names its charset where browsers look for it, in the first 1,024 characters. */
export function statesCharset(page: string): boolean {
  return /<meta[^>]+charset\s*=|<\?xml[^>]+encoding\s*=/i.test(page.slice(0, 1024));
}

/** 0x80 to 0x9F; where Windows-1252 has nothing, the control character of that number stays. */
const windowsExtras = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20's own decoder of that name reads Latin-1 (github.com/nodejs/node/issues/56542): use it once Node 20 is gone. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (control) => windowsExtras.charAt(control.charCodeAt(0) - 0x80));
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return undefined;
}
