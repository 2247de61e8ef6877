/**
 * Whether a text is of the plainest characters alone. Patterns over classes of Unicode (`\p{L}`) take the engine a
 * millisecond or more to compile, anew whenever the background wakes: for most names a simple one says the same.
 */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
