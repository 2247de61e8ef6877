/** Text in the escapes of ISO-2022-JP, which are plain ASCII and so always valid as UTF-8. Undefined for all others. */
export function escapedJapanese(bytes: Uint8Array): string | undefined {
  const escape = bytes.indexOf(0x1b);
  const isEscaped = escape >= 0 && bytes[escape + 1] === 0x24 && (bytes[escape + 2] === 0x40 || bytes[escape + 2] === 0x42);
  return isEscaped && bytes.every((byte) => byte < 0x80) ? decodeStrictly(bytes, 'iso-2022-jp') : undefined;
}

/** What EUC-JP cannot be is Shift_JIS. Undefined where the bytes can be neither. */
export function japanese(bytes: Uint8Array): string | undefined {
  return decodeStrictly(bytes, 'euc-jp') ?? decodeStrictly(bytes, 'shift_jis');
}

/** How many bytes are decoded at a time where only their beginning is looked at. */
const piece = 256 * 1024;
/** More signs beyond ASCII say nothing more of the language. */
const enoughSigns = 40_000;

/**
 * How the text begins, as far as its signs beyond ASCII are told by. Undefined where any of the bytes, also of the rest,
 * cannot be in this encoding. Never the whole text, which takes twice the bytes and is decoded once it is known how.
 */
export function beginningIn(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const parts: string[] = [];
    let signs = 0;
    for (const text of piecesIn(bytes, new TextDecoder(encoding, { fatal: true }))) {
      if (signs >= enoughSigns) continue;
      parts.push(text);
      signs += text.match(/[^\0-\x7f]/g)?.length ?? 0;
    }
    return parts.join('');
  } catch {
    return undefined;
  }
}

/** The text in pieces. */
export function* piecesIn(bytes: Uint8Array, decoder: TextDecoder): Generator<string> {
  for (let at = 0; at < bytes.length; at += piece) yield decoder.decode(bytes.subarray(at, at + piece), { stream: true });
  yield decoder.decode();
}

/** Undefined where the bytes cannot be in this encoding, or nobody knows it. */
export function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
