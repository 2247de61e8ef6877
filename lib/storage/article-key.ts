/** Minutes fill what a double holds exactly beside 2^26 numbers: 255 years. */
const numberRange = 2 ** 26;
const minuteRange = 2 ** 27;
const firstMoment = Date.UTC(1900, 0, 1);
const minuteMs = 60_000;

/** Smaller than the keys of all articles with a date, larger than those of all without. */
export const firstDatedKey = numberRange;

/**
 * The key of an article: its minute, then its number. A number in place of the address makes each of the dozen entries
 * that an article has in indexes a tenth as long. Articles without a date come before all others, so that no list of
 * the newest begins with them.
 */
export function articleKey({ published, number }: { readonly published?: string; readonly number: number }): number {
  return minuteOf(published) * numberRange + number;
}

/** Smaller than the keys of all articles of this moment or later, larger than those of all that are a minute older. */
export function firstKeyAt(moment: string): number {
  return minuteOf(moment) * numberRange;
}

/** The article's number. */
export function numberOfKey(key: number): number {
  return key % numberRange;
}

/** How many of these keys, which ascend, are of each month that has any (`2017-11`), in order. */
export function countByMonth(keys: readonly number[]): Map<string, number> {
  const months = new Map<string, number>();
  let month: string | undefined;
  let end = Number.NEGATIVE_INFINITY;
  for (const key of keys) {
    // A date is made of one key for each month that there is, not of each.
    if (key >= end) [month, end] = [monthOfKey(key), firstKeyAfterMonth(key)];
    if (month !== undefined) months.set(month, (months.get(month) ?? 0) + 1);
  }
  return months;
}

/** Undefined for an article without a date. */
function monthOfKey(key: number): string | undefined {
  const minute = Math.floor(key / numberRange);
  return minute === 0 ? undefined : new Date(firstMoment + minute * minuteMs).toISOString().slice(0, 7);
}

/** The keys of its month and those of all before are smaller. */
function firstKeyAfterMonth(key: number): number {
  const minute = Math.floor(key / numberRange);
  if (minute === 0) return numberRange;
  const date = new Date(firstMoment + minute * minuteMs);
  return firstKeyAt(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)).toISOString());
}

function minuteOf(moment: string | undefined): number {
  if (moment === undefined) return 0;
  const minute = Math.floor((Date.parse(moment) - firstMoment) / minuteMs);
  return Number.isNaN(minute) ? 0 : Math.min(minuteRange - 1, Math.max(1, minute));
}
