const months = [
  'january', 'february', 'march', 'april', 'may', 'june',
  'july', 'august', 'september', 'october', 'november', 'december',
];
const month = `(?<month>${months.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join('|')}|sept\\.?)`;
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+|(?:mon|tue|wed|thu|fri|sat|sun)\\.?,?\\s+)?';
const label = '(?:(?:published|posted|date|dated|updated)(?:\\s+on)?\\s*:?\\s+)?';
const time = '(?:,?\\s+(?:at\\s+)?\\d{1,2}[:.]\\d{2}.*)?';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?<year>\\d{4})';
const forms = [`${day}\\s+${month},?\\s+${year}`, `${month}\\s+${day},?\\s+${year}`].map(
  (form) => new RegExp(`^${label}${weekday}${form}${time}$`, 'i'),
);
const isoForm = new RegExp(`^${label}(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:[T ]\\d{2}:\\d{2}.*)?$`, 'i');

/** How far down a date line can be and still be the article's own. */
const headLines = 15;

/**
 * The day on which a text says it was published, as YYYY-MM-DD: a line near its top that is a date and nothing else. A
 * date within a sentence speaks of something else, and figures alone (11/12/17) can be read in two ways.
 */
export function statedDate(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean).slice(0, headLines);
  for (const line of lines) {
    const found = [isoForm, ...forms].map((form) => form.exec(line)).find((match) => match !== null);
    if (found?.groups === undefined) continue;
    const date = asDate(found.groups);
    if (date !== undefined) return date;
  }
  return undefined;
}

function asDate(groups: Record<string, string | undefined>): string | undefined {
  const { year = '', month: monthText = '', day: dayText = '' } = groups;
  const named = months.findIndex((name) => name.startsWith(monthText.toLowerCase().slice(0, 3))) + 1;
  const date = `${year}-${String(named || Number(monthText)).padStart(2, '0')}-${dayText.padStart(2, '0')}`;
  const moment = new Date(`${date}T00:00:00Z`);
  // 31 February would roll over into March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : undefined;
}
