/** Milliseconds of a call and what it gave. */
export function timed<T>(call: () => T): { ms: number; value: T } {
  const before = performance.now();
  const value = call();
  return { ms: performance.now() - before, value };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/**
 * Medians of several calls, taken in turn so that what else the machine does falls on all alike. Each is called again and
 * again until the time is up, at least `least` times after the first, which warms it up.
 */
export function interleaved(
  calls: Readonly<Record<string, (round: number) => unknown>>,
  { ms, least }: { ms: number; least: number },
): Record<string, number> {
  const times = Object.fromEntries(Object.keys(calls).map((name) => [name, [] as number[]]));
  const until = performance.now() + ms;
  for (let round = 0; round <= least || performance.now() < until; round += 1) {
    for (const [name, call] of Object.entries(calls)) {
      const { ms: taken } = timed(() => call(round));
      if (round > 0) times[name]!.push(taken);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, taken]) => [name, median(taken)]));
}

/** Bytes in use after what is no longer needed is gone, where Node was started with `--expose-gc`. */
export function bytesInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
