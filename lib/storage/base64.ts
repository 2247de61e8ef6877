/** Fewer than a function takes as arguments in any engine. */
const pieceLength = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += pieceLength) text += String.fromCharCode(...bytes.subarray(from, from + pieceLength));
  return btoa(text);
}

/** @throws DOMException where the text is no base 64 */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
