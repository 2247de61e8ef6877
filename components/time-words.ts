import { relativeFormat } from './kept-formats';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "6 min. ago", "yesterday", as the reader's language puts it. Moments are ISO 8601. */
export function formatAgo(moment: string, now: Date, locales: readonly string[]): string {
  const agoMs = now.getTime() - Date.parse(moment);
  const unit = units.find(([, ms]) => agoMs >= ms);
  return unit ? relativeFormat(locales).format(-Math.floor(agoMs / unit[1]), unit[0]) : 'just now';
}
