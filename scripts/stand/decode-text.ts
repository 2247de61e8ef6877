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
    return { words: new TextDecoder('windows-1252').decode(bytes), charset: 'windows-1252' };
  }
}

/** Whether an HTML page names its charset where browsers look for it, in the first 1,024 characters. */
export function statesCharset(page: string): boolean {
  return /<meta[^>]+charset\s*=|<\?xml[^>]+encoding\s*=/i.test(page.slice(0, 1024));
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return undefined;
}
