import { monthPattern, weekdayPattern } from './calendar-words';
import type { Report } from './report';

/** Shorter, and "Chile" and "Chilean" are two. UTF-16 units. */
const stemLength = 4;

/**
 * Whether each headline has a name that the other report has nowhere: "quake in Chile", "quake in Japan". Reports of two
 * events of one kind use the same words but for these; of one event, one of the two has what the other's headline names.
 */
export function nameOthers(one: Report, other: Report): boolean {
  return lacksName(one, other) && lacksName(other, one);
}

function lacksName(headed: Report, { title, text }: Report): boolean {
  const said = `${title}\n${text}`.toLowerCase();
  return headlineNames(headed).some((name) => !said.includes(name.toLowerCase().slice(0, Math.max(stemLength, name.length - 2))));
}

/** Words of the headline that its text writes with a capital within a sentence, and never without. */
function headlineNames({ title, text }: Report): string[] {
  const words = new Set(text.match(/[\p{L}\p{M}]+/gu));
  const inSentence = new Set(Array.from(text.matchAll(/(?<=\p{Ll},?\s)\p{Lu}\p{L}{2,}/gu), ([word]) => word));
  return [...new Set(title.match(/\p{Lu}\p{L}{2,}/gu))].filter((word) => inSentence.has(word) && !words.has(word.toLowerCase()) && !calendar.test(word));
}

/** May is a name as well. */
const calendar = new RegExp(`^(?:${weekdayPattern}|(?!May$)(?:${monthPattern}))$`);
