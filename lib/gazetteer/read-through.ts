const wordsPerLine = 16;

/**
 * Reads a small table from one end to the other, a word of each line of a cache. Whoever then asks here and there in it finds it
 * near: a processor fetches ahead of who reads in order, and waits for each place of who does not.
 */
export function readThrough(words: Int32Array | Uint32Array): number {
  let seen = 0;
  for (let at = 0; at < words.length; at += wordsPerLine) seen |= words[at] ?? 0;
  return seen;
}
