/** Minutes that zones named in feeds are ahead of UTC. Those that stand for several places mean the American one. */
const zones: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, bst: 60, ist: 330, cet: 60, met: 60, mez: 60, cest: 120, mest: 120,
  mesz: 120, eet: 120, eest: 180, sast: 120, msk: 180, msd: 240, trt: 180, pkt: 300, wib: 420, ict: 420, hkt: 480,
  sgt: 480, awst: 480, kst: 540, jst: 540, acst: 570, aest: 600, aedt: 660, nzst: 720, nzdt: 780, est: -300, edt: -240,
  et: -300, cst: -360, cdt: -300, ct: -360, mst: -420, mdt: -360, mt: -420, pst: -480, pdt: -420, pt: -480, ast: -240,
  adt: -180, akst: -540, akdt: -480, hst: -600, art: -180, brt: -180, clt: -240,
};

/** First letters of the months as feeds write them: English first, then what other languages add. */
const months: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'янв', 'ιαν', 'led', 'sty', 'oca'],
  ['feb', 'fev', 'fév', 'фев', 'φεβ', 'úno', 'lut', 'şub'],
  ['mar', 'mär', 'maa', 'mrt', 'мар', 'μαρ', 'μάρ', 'bře'],
  ['apr', 'abr', 'avr', 'ápr', 'апр', 'απρ', 'dub', 'kwi', 'nis'],
  ['may', 'mai', 'maj', 'mag', 'mei', 'máj', 'май', 'мая', 'μαϊ', 'μάι', 'kvě'],
  ['jun', 'giu', 'jún', 'июн', 'ιουν', 'ιούν', 'juin', 'haz', 'cze'],
  ['jul', 'lug', 'júl', 'июл', 'ιουλ', 'ιούλ', 'juil', 'tem', 'lip'],
  ['aug', 'ago', 'aoû', 'aou', 'авг', 'αυγ', 'αύγ', 'srp', 'sie', 'ağu'],
  ['sep', 'set', 'сен', 'σεπ', 'szept', 'zář', 'wrz', 'eyl'],
  ['oct', 'okt', 'out', 'ott', 'окт', 'οκτ', 'říj', 'paź', 'eki'],
  ['nov', 'ноя', 'νοε', 'νοέ', 'lis', 'kas'],
  ['dec', 'dez', 'dic', 'déc', 'des', 'дек', 'δεκ', 'pro', 'gru', 'ara'],
];

const time = String.raw`(\d{1,2})(?:[:h.](\d{1,2}))?(?:[:.](\d{1,2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?(?!\p{L}))?`;
const w3c = /^([+-]?\d{4})(?:-?(\d{1,2})(?:-?(\d{1,2}))?)?(?:(?:[T\s,]+|$)(.*))?$/i;
const ordinal = /^(\d{4})-?(\d{3})(?:[T\s]+(.*))?$/i;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s\-/.]+(?:de\s+|of\s+)?(\p{L}+)\.?,?[\s\-/.]+(?:de\s+)?['’]?(\d{4}|\d{2})\b,?(.*)$/iu;
const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(\d.*?)\s+)?(\d{4})\b,?(.*)$/iu;
const yearFirst = /^(\d{4})[\s\-/.]+(\p{L}+)\.?[\s\-/.]+(\d{1,2})(?!\d)(.*)$/u;
const eastAsian = /^(\d{4})\s*(?:[年년]|\.\s)\s*(\d{1,2})\s*(?:[月월]|\.\s)\s*(\d{1,2})\s*(?:[日일]|\.(?=\s|$))\s*(.*)$/;
const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b,?(.*)$/;
const noSeparators = /^(\d{8})(\d{4}(?:\d{2})?)(?=\D|$)/;
const halfDay = /(오전|午前|上午)|(오후|午後|下午)/;
const compactTime = /^T?(\d{2})(\d{2})(\d{2})?(?!\d)/;
const clock = new RegExp(`^(?:T|at|um|à|г\\.?|,|-|\\s)*${time}\\s*(.*)$`, 'iu');

/**
 * A date as feeds write it, as ISO 8601 in UTC: RFC 822 and 2822 with all their mishaps, W3C's profile, asctime,
 * long dates in some European languages and Chinese, Japanese and Korean ones. Without a zone it is taken as UTC; a
 * date alone is that day's start. Later than `now` becomes `now`, since nothing is reported before it happens.
 * Undefined for what cannot be read.
 */
export function parseMoment(text: string, now: string): string | undefined {
  if (text.length > 200) return undefined;
  const written = text.replace(/\([^)]*\)\s*$/, '').replace(/\s+/g, ' ').trim();
  if (written === '' || written.length > 100) return undefined;
  const parts = readSeconds(written) ?? readDate(written) ?? readDate(withoutDayName(written));
  if (parts === undefined) return undefined;
  const moment = new Date(parts);
  const year = moment.getUTCFullYear();
  if (Number.isNaN(parts) || year < 1970 || year > 9999) return undefined;
  const iso = moment.toISOString().replace('.000Z', 'Z');
  return Date.parse(now) < parts ? now : iso;
}

/** Seconds or milliseconds since 1970, which some feeds give instead of a date. */
function readSeconds(written: string): number | undefined {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(written)) return undefined;
  return written.length > 10 ? Number(written) : Number(written) * 1000;
}

function readDate(written: string): number | undefined {
  let found = ordinal.exec(written);
  if (found && Number(found[2]) <= 366) return at([found[1], '1', found[2]], found[3]);
  found = w3c.exec(written.replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})/, '$1-$2-$3').replace(noSeparators, '$1T$2'));
  if (found) return at([found[1], found[2] ?? '1', found[3] ?? '1'], found[4]);
  found = dayFirst.exec(written);
  if (found) {
    const month = monthNumber(found[2]);
    return month === undefined ? undefined : at([fullYear(found[3]), month, found[1]], found[4]);
  }
  found = monthFirst.exec(written);
  if (found) {
    const month = monthNumber(found[1]);
    const rest = `${found[3] ?? ''} ${found[5] ?? ''}`;
    return month === undefined ? undefined : at([found[4], month, found[2]], rest);
  }
  found = yearFirst.exec(written);
  if (found) {
    const month = monthNumber(found[2]);
    return month === undefined ? undefined : at([found[1], month, found[3]], found[4]);
  }
  found = eastAsian.exec(written);
  if (found) return at([found[1], found[2], found[3]], found[4]?.replace(/(\d)\s*[时時시]\s*(?=\d)/, '$1:').replace(/[时時시분分초秒].*$/, ''));
  found = numeric.exec(written);
  if (found) {
    // 13/2/2017 can only begin with the day; 2/13/2017 and everything that can be either is American. Dots and dashes are not.
    const [, first = '', mark, second = ''] = found;
    const isDayFirst = mark !== '/' || Number(first) > 12;
    return isDayFirst ? at([found[4], second, first], found[5]) : at([found[4], first, second], found[5]);
  }
  return undefined;
}

/** Milliseconds since 1970 of a day and what is written after it: a time, a zone, both or neither. */
function at([year, month, day]: readonly (string | number | undefined)[], rest = ''): number | undefined {
  const spoken = halfDay.exec(rest);
  const found = clock.exec(rest.replace(halfDay, '').trim().replace(compactTime, '$1:$2:$3').replace(/:(?=\D|$)/, ''));
  const [hour, minute, second, half, zone] = found ? found.slice(1) : [];
  let hours = Number(hour ?? 0);
  const isAfternoon = half === undefined ? spoken?.[2] !== undefined : /^p/i.test(half);
  if (half !== undefined || spoken) hours = (hours % 12) + (isAfternoon ? 12 : 0);
  const monthIndex = Number(month) - 1;
  const dayOfMonth = Number(day);
  const isDay = monthIndex >= 0 && monthIndex < 12 && dayOfMonth >= 1 && (dayOfMonth <= 31 || monthIndex === 0);
  if (!isDay || hours > 24 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60) return undefined;
  const utc = Date.UTC(Number(year), monthIndex, dayOfMonth, hours, Number(minute ?? 0), Number(second ?? 0));
  return utc - zoneMinutes(found ? (zone ?? '') : rest) * 60_000;
}

function zoneMinutes(text: string): number {
  const offset = /(?:^|\s|[A-Z]{3})([+-])\s?(\d{1,2}):?(\d{2})?(?!\d)/i.exec(text);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes <= 15 * 60) return offset[1] === '-' ? -minutes : minutes;
  }
  const name = /\b([A-Za-z]{1,4})\b/.exec(text)?.[1]?.toLowerCase() ?? '';
  return zones[name] ?? 0;
}

function withoutDayName(written: string): string {
  return written.replace(/^\p{L}+\.?,?\s*(?=[\d\p{L}])/u, '');
}

function monthNumber(name = ''): number | undefined {
  const lower = name.toLowerCase();
  const index = months.findIndex((starts) => starts.some((start) => start.length > 3 && lower.startsWith(start)));
  const month = index >= 0 ? index : months.findIndex((starts) => starts.some((start) => lower.startsWith(start)));
  return month < 0 ? undefined : month + 1;
}

/** RFC 2822: two digits up to 49 are of this century. */
function fullYear(digits = ''): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
