/** Longer values in quotes hold no angle brackets that matter. */
const longestQuoted = 4_000;

/**
 * Where a tag that begins at `start` ends: at its `>`, minding those in quotes. A tag that never ends is over where the
 * next begins or the source ends, and a quote that never closes is none. Linear in the length of the tag.
 */
export function endOfTag(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length) {
    const sign = source.charAt(at);
    if (sign === '>' || sign === '<') return at;
    at = sign === '"' || sign === "'" ? afterQuoted(source, at, sign) : at + 1;
  }
  return source.length;
}

function afterQuoted(source: string, at: number, quote: string): number {
  const near = source.slice(at + 1, at + 1 + longestQuoted);
  const length = near.indexOf(quote);
  // Markup in quotes begins with `<`; `>` and then `<` is the rest of the source.
  if (length < 0 || /^[^<]*>[^<]*</.test(near.slice(0, length))) return at + 1;
  return at + length + 2;
}
