/** So many of the items, drawn by a seed: the same seed draws the same from the same items. In the order drawn. */
export function drawSample<T>(items: readonly T[], count: number, seed: number): T[] {
  const left = [...items];
  const drawn: T[] = [];
  const next = random(seed);
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(Math.floor(next() * left.length), 1));
  return drawn;
}

/** Numbers from 0 to 1 (mulberry32, by Tommy Ettinger). */
function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
