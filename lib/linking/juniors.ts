import { itemAt } from '../text/at';
import type { Word } from '../text/read-words';
import { longRoles } from './name-words';
import type { BlockReading } from './read-document';
import { rolesBefore } from './roles-before';
import type { Span, SpanCandidate } from './span';

/** What tells somebody from who has the name without it: a son, or another pope. A "III" is as often left out as said. */
const tellingSuffixes: ReadonlySet<string> = new Set(['jr', 'jnr', 'ii']);

/**
 * Leaves out the people whose names have no "Jr." where one stands behind the name: "Donald Trump Jr." is not Donald Trump. Whose
 * role stands before it stays, since packs leave the suffix out too: "Rep. Henry Brown Jr."
 */
export function withoutSeniors(candidates: readonly SpanCandidate[], { text, words }: BlockReading, span: Pick<Span, 'end' | 'from' | 'to'>): readonly SpanCandidate[] {
  const suffix = itemAt(words, span.to);
  if (suffix === undefined || !isTelling(suffix) || !/^,? +$/.test(text.slice(span.end, suffix.start))) return candidates;
  const written = suffix.key === 'jnr' ? 'jr' : suffix.key;
  const roles = rolesBefore(words, span).map((role) => longRoles.get(role) ?? role);
  return candidates.filter(({ known }) => !known.isPerson || known.nameWords.includes(written) || roles.some((role) => known.described.includes(role)));
}

function isTelling({ key, shape }: Word): boolean {
  return shape !== 'lower' && tellingSuffixes.has(key);
}
