import type { NameRecord, Tally } from './learning-state';

/** As it is written in most articles. */
export function nameOf({ written }: NameRecord): string {
  return mostOften(written) ?? '';
}

/** Of equal ones the first that was counted. */
export function mostOften(tally: Tally): string | undefined {
  return tally.reduce<readonly [string | undefined, number]>((best, entry) => (entry[1] > best[1] ? entry : best), [undefined, 0])[0];
}
