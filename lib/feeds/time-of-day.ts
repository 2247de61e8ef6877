import { zoneMinutes } from './time-zones';

const time = String.raw`(\d{1,2})(?:[:h.](\d{1,2}))?(?:[:.](\d{1,2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?(?!\p{L}))?`;
const halfDay = /(오전|午前|上午)|(오후|午後|下午)/;
const compactTime = /^T?(\d{2})(\d{2})(\d{2})?(?!\d)/;
/** Between a date and its time may stand "at", the name of the day, and what languages say there. */
const clock = new RegExp(String.raw`^(?:T(?=\d)|(?!(?:utc|gmt|[ecmp][sd]?t)\b)\p{L}+\.?(?=[\s,])|,|:|\.|-(?!\d)|\s)*${time}\s*(.*)$`, 'iu');

/**
 * Milliseconds since 1970 of a day and what is written after it: a time, a zone, both or neither. Months count from 1.
 * Undefined for what no calendar and no clock shows, such as 31 February.
 */
export function momentAt([year, month, day]: readonly (string | number | undefined)[], rest = ''): number | undefined {
  const spoken = halfDay.exec(rest);
  const found = clock.exec(rest.replace(halfDay, '').trim().replace(compactTime, '$1:$2:$3').replace(/:(?=\D|$)/, ''));
  const [hour, minute, second, half, zone] = found ? found.slice(1) : [];
  let hours = Number(hour ?? 0);
  const isAfternoon = half === undefined ? spoken?.[2] !== undefined : /^p/i.test(half);
  if (half !== undefined || spoken) hours = (hours % 12) + (isAfternoon ? 12 : 0);
  const monthIndex = Number(month) - 1;
  const dayOfMonth = Number(day);
  const isMonth = monthIndex >= 0 && monthIndex < 12;
  const isDay = isMonth && new Date(Date.UTC(Number(year), monthIndex, dayOfMonth)).getUTCDate() === dayOfMonth;
  if (!isDay || hours > 24 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60) return undefined;
  const utc = Date.UTC(Number(year), monthIndex, dayOfMonth, hours, Number(minute ?? 0), Number(second ?? 0));
  return utc - zoneMinutes(found ? (zone ?? '') : rest, utc) * 60_000;
}
