import { itemAt } from '../text/at';
import type { Word } from '../text/read-words';
import type { BlockReading } from './read-document';
import { formsOfAddress, roles } from './name-words';
import type { Span } from './span';

/** What people do and months do not, in a form that stands behind no "may". */
const deeds = new Set('said says told tells added argued announced insisted replied tweeted warned wrote vowed conceded resigned'.split(' '));

/** Whoever says something may be one of these: "Who said so?" */
const pronouns = new Set('i you he she it we they who that this these those what which one some all'.split(' '));

/** Behind what a clause may begin, unlike behind "in": "a poll in May said". */
const clauseOpeners = new Set('that as when while because but if after before until where how what'.split(' '));

/**
 * Whether a form of address or an office stands right before a word, or a verb of speech behind it, so that it is a name whatever
 * it is elsewhere: "Mrs. May", "Prime Minister May", "May said". In a headline only a form of address says so ("Prime Minister May
 * Resign"), and no office does before a date.
 */
export function isAddressed({ titled, words }: BlockReading, { from }: Pick<Span, 'from'>): boolean {
  if (!titled && isSubject(words, from)) return true;
  const before = itemAt(words, from - 1);
  if (before === undefined || words[from]?.gap !== 'space') return false;
  if (formsOfAddress.has(before.key)) return true;
  return !titled && roles.has(before.key) && itemAt(words, from + 1)?.shape !== 'other';
}

function isSubject(words: readonly Word[], at: number): boolean {
  const behind = itemAt(words, at + 1);
  if (behind?.gap !== 'space' || behind.shape !== 'lower' || !deeds.has(behind.key) || pronouns.has(words[at]?.key ?? '')) return false;
  return words[at]?.opens === true || words[at]?.gap === 'break' || clauseOpeners.has(itemAt(words, at - 1)?.key ?? '');
}
