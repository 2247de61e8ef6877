import { withWindowsCharacters } from './windows-characters';

/**
 * UTF-8 with some text in Windows-1252 among it, as where a program pastes what others wrote. A byte that cannot be
 * UTF-8 is such a letter where it touches one of ASCII; anywhere else it is what was left of something cut off.
 */
export function mixedText(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    if (isLetter(bytes[at - 1]) || isLetter(bytes[at + 1])) {
      parts.push(decoder.decode(bytes.subarray(from, at)), withWindowsCharacters(String.fromCharCode(bytes[at] ?? 0)));
      from = at + 1;
    }
    at++;
  }
  parts.push(decoder.decode(bytes.subarray(from)));
  return parts.join('').replace(/^\ufeff/, '');
}

/** How many bytes the character takes that begins here; 0 where none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function isLetter(byte = 0): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
