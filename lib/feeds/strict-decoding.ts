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

/** Undefined where the bytes cannot be in this encoding, or nobody knows it. */
export function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
