import lists from './topic-words.json';

/** Words, folded, that end a row of content words: verbs of reporting, adverbs, what only places, counts or judges. */
export const topicBreakers: ReadonlySet<string> = wordSet(lists.breakers);

/** Words that a topic may hold, but not alone: "police", "national", "change". */
export const generalWords: ReadonlySet<string> = wordSet(lists.general);

function wordSet(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}
