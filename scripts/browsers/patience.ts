/**
 * Looks again and again until something is there, for what no event announces. Nothing where `patienceMs` is over
 * before.
 */
export async function untilThere<T>(
  look: () => Promise<T | null | undefined>,
  patienceMs: number,
): Promise<T | undefined> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined) return seen;
    if (performance.now() > end) return undefined;
    // Not at once: the browser that is waited for needs the processor too.
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
