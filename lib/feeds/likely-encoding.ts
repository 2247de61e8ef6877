/** Bytes of words in a Cyrillic encoding stand side by side in this range; letters with accents in Western text do not. */
const firstLetter = 0xc0;
const fewestLetters = 6;
const leastShare = 0.8;

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

/** Windows-1251 or KOI8: read as the other, capitals and small letters change places, and most letters are small. */
export function cyrillic(bytes: Uint8Array): string {
  const [windows, koi8] = ['windows-1251', 'koi8-u'].map((label) => new TextDecoder(label).decode(bytes));
  return smallLetters(koi8) > smallLetters(windows) ? (koi8 ?? '') : (windows ?? '');
}

/** Whether bytes that are not UTF-8 are Cyrillic words, by how most of those beyond ASCII stand together. */
export function looksCyrillic(bytes: Uint8Array): boolean {
  let beyondAscii = 0;
  let inPairs = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    beyondAscii++;
    const isBesideLetter = (bytes[at - 1] ?? 0) >= firstLetter || (bytes[at + 1] ?? 0) >= firstLetter;
    if (byte >= firstLetter && isBesideLetter) inPairs++;
  }
  return inPairs >= fewestLetters && inPairs >= beyondAscii * leastShare;
}

/** Undefined where the bytes cannot be in this encoding, or nobody knows it. */
export function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function smallLetters(text = ''): number {
  return text.match(/[\u0430-\u045f]/g)?.length ?? 0;
}
