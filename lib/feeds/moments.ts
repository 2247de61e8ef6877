import { monthNumber } from './month-names';
import { momentAt } from './time-of-day';

const w3c = /^([+-]?\d{4})-?(\d{1,2})(?:-?(\d{1,2}))?(?:(?:[T\s,]+|$)(.*))?$/i;
const week = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?(?:[T\s]+(.*))?$/i;
const ordinal = /^(\d{4})-?(\d{3})(?:[T\s]+(.*))?$/i;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s\-/.]*(?:(?:de|of)\s+|d['’])?(\p{L}[\p{L}\p{M}]*)\.?,?[\s\-/.]*(?:de\s+|del\s+|พศ\s*)?['’]?(\d{2,4})(?:\b|(?=T\d)),?(.*)$/iu;
const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(\d.*?)\s+)?(\d{4})\b,?(.*)$/iu;
const monthAlone = /^(\p{L}{3,})\.?,?\s+(\d{4})$/u;
const yearFirst = /^(\d{4})[\s\-/.]+(\p{L}{3,})\.?[\s\-/.]+(\d{1,2})(?!\d)(.*)$/u;
const eastAsian = /^(\d{4})\s*(?:[年년]|\.\s)\s*(\d{1,2})\s*(?:[月월]|\.\s)\s*(\d{1,2})\s*(?:[日일]|\.(?=\s|$))\s*(.*)$/;
const numeric = /^(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\b,?(.*)$/;
const noSeparators = /^(\d{8})(\d{4}(?:\d{2})?)(?=\D|$)/;
const timeFirst = /^(\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?)[\s,]+(?:([A-Z]{2,5})[\s,]+)?(.+)$/i;
/** A name of a day, "Published on", "le": whatever stands before the date proper. */
const leadingWord = /^\p{L}[\p{L}\p{M}-]*[.:]?\s*,?\s*(?=[\d\p{L}])/u;
const mostLeadingWords = 3;
const slashes = /(?:^|\s)(\d{1,2})\/\s?(\d{1,2})\/\s?(\d{4}|\d{2})\b/;
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * A date as feeds write it, as ISO 8601 in UTC: RFC 822 and 2822 with all their mishaps, W3C's profile, ISO weeks and
 * days of the year, asctime, seconds since 1970, long dates in the languages of `month-names` and Chinese, Japanese and
 * Korean ones. Without a zone it is taken as UTC; a date alone is that day's start. Later than `now` becomes `now`,
 * since nothing is reported before it happens. Undefined for what cannot be read. `isDayFirst` is for dates with
 * slashes that can be either, of which no day of the week says which; they are American otherwise.
 */
export function parseMoment(text: string, now: string, isDayFirst = false): string | undefined {
  if (text.length > 200) return undefined;
  const written = usual(text.replace(/\([^)]*\)\s*$|\[[^\]]*\]\s*$/, ''));
  if (written === '' || written.length > 100) return undefined;
  const time = readSeconds(written) ?? readAnywhere(written, { isMoved: false, isDayFirst: isDayFirstIn(written) ?? isDayFirst });
  if (time === undefined) return undefined;
  const moment = new Date(time);
  const year = moment.getUTCFullYear();
  if (Number.isNaN(time) || year < 1970 || year > 9999) return undefined;
  const iso = moment.toISOString().replace('.000Z', 'Z');
  return Date.parse(now) < time ? now : iso;
}

/** Whether a date with slashes has the day before the month: by the numbers, else by the day of the week. Undefined where neither says so. */
export function isDayFirstIn(text: string): boolean | undefined {
  const [, first = '', second = '', year] = slashes.exec(text) ?? [];
  if (first === '' || Number(first) > 12 || Number(second) > 12) return first === '' ? undefined : Number(first) > 12;
  const weekday = weekdays.indexOf(text.trim().slice(0, 3).toLowerCase());
  const days = [[second, first], [first, second]].map(([month, day]) => new Date(Date.UTC(fullYear(year), Number(month) - 1, Number(day))).getUTCDay());
  return days[0] === days[1] || !days.includes(weekday) ? undefined : days[0] === weekday;
}

/** Letters in one piece, digits and signs as ASCII has them. */
function usual(text: string): string {
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/(?<=\p{Script=Thai})\./gu, '')
    .replace(/[٠-٩۰-۹๐-๙]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/(\d)\s*tháng\s(\d{1,2}),?\s(?:năm\s)?(?=\d{4})/i, '$1.$2.')
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/[\s\u200e\u200f]+/g, ' ')
    .trim();
}

/** Seconds or milliseconds since 1970, which some feeds give instead of a date. */
function readSeconds(written: string): number | undefined {
  const [, digits] = /^(?:\/date\()?(\d{9,10}|\d{12,13})(?:\.\d+)?(?:[+-]\d{4})?(?:\)\/)?$/i.exec(written) ?? [];
  if (digits === undefined) return undefined;
  return digits.length > 10 ? Number(digits) : Number(digits) * 1000;
}

interface Reading {
  readonly isMoved: boolean;
  readonly isDayFirst: boolean;
}

function readAnywhere(written: string, reading: Reading): number | undefined {
  let rest = written;
  for (let words = 0; words <= mostLeadingWords; words++) {
    const time = readDate(rest, reading);
    const shorter = rest.replace(leadingWord, '');
    if (time !== undefined || shorter === rest) return time;
    rest = shorter;
  }
  return undefined;
}

function readDate(written: string, { isMoved, isDayFirst: usuallyDayFirst }: Reading): number | undefined {
  const before = isMoved ? null : timeFirst.exec(written);
  // The time moves to where all other ways have it, once: "10:05 10:05" has no date.
  if (before) {
    const [, time = '', zone = '', rest = ''] = before;
    const isMonth = zone !== '' && monthNumber(zone) !== undefined && /^\d/.test(rest);
    return readAnywhere(isMonth ? `${zone} ${rest} ${time}` : `${rest} ${time} ${zone}`, { isMoved: true, isDayFirst: usuallyDayFirst });
  }
  let found = ordinal.exec(written);
  if (found && Number(found[2]) <= 366) return ordinalAt(found);
  if (/^\d{4}$/.test(written)) return momentAt([written, 1, 1]);
  found = week.exec(written);
  if (found) return weekAt(found);
  found = w3c.exec(written.replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\.(?=\s|$))?/, '$1-$2-$3').replace(noSeparators, '$1T$2'));
  if (found) return momentAt([found[1], found[2], found[3] ?? 1], found[4]);
  found = dayFirst.exec(written);
  if (found) return momentAt([fullYear(found[3]), monthNumber(found[2] ?? ''), found[1]], found[4]);
  found = monthFirst.exec(written);
  if (found) return momentAt([found[4], monthNumber(found[1] ?? ''), found[2]], `${found[3] ?? ''} ${found[5] ?? ''}`);
  found = monthAlone.exec(written);
  if (found) return momentAt([found[2], monthNumber(found[1] ?? ''), 1]);
  found = yearFirst.exec(written);
  if (found) return momentAt([found[1], monthNumber(found[2] ?? ''), found[3]], found[4]);
  found = eastAsian.exec(written);
  if (found) return momentAt([found[1], found[2], found[3]], found[4]?.replace(/^\(.\)/, '').replace(/(\d)\s*[时時시]\s*(?=\d)/, '$1:').replace(/[時时시분分초秒].*$/, ''));
  found = numeric.exec(written);
  if (!found) return undefined;
  // Dots and dashes are not American, unless there is no such month.
  const [, first = '', mark, second = '', year, rest] = found;
  const isDayFirst = Number(first) > 12 || (Number(second) <= 12 && (mark !== '/' || usuallyDayFirst));
  return momentAt(isDayFirst ? [fullYear(year), second, first] : [fullYear(year), first, second], rest);
}

/** A day of a year as ISO 8601 counts them. */
function ordinalAt([, year, number, rest]: readonly (string | undefined)[]): number | undefined {
  const date = new Date(Date.UTC(Number(year), 0, Number(number)));
  return date.getUTCFullYear() === Number(year) ? momentAt([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()], rest) : undefined;
}

/** A day of a week as ISO 8601 counts them: the first has the year's fourth of January. */
function weekAt([, year, number, day = '1', rest]: readonly (string | undefined)[]): number | undefined {
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const weekday = (fourth.getUTCDay() + 6) % 7;
  const date = new Date(fourth.getTime() + ((Number(number) - 1) * 7 + Number(day) - 1 - weekday) * 86_400_000);
  return momentAt([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()], rest);
}

/** RFC 2822: two digits up to 49 are of this century, and three are counted from 1900. Thailand counts 543 years more. */
function fullYear(digits = ''): number {
  const year = Number(digits);
  if (digits.length > 3) return year > 2500 && year < 2700 ? year - 543 : year;
  return year < 50 && digits.length === 2 ? 2000 + year : 1900 + year;
}
