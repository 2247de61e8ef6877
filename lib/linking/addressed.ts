import type { BlockReading } from './read-document';
import { formsOfAddress, roles } from './name-words';
import type { Span } from './span';

/**
 * Whether a form of address or an office stands right before a word, which then is a name whatever it is elsewhere: "Mrs. May",
 * "Prime Minister May". In a headline an office says nothing ("Prime Minister May Resign"), nor does it before a date.
 */
export function isAddressed({ titled, words }: BlockReading, { from }: Pick<Span, 'from'>): boolean {
  const before = words[from - 1];
  if (before === undefined || words[from]?.gap !== 'space') return false;
  if (formsOfAddress.has(before.key)) return true;
  return !titled && roles.has(before.key) && words[from + 1]?.shape !== 'other';
}
