import { normaliseName } from '../text/normalise';
import { formsOfAddress, legalForms, shortStates, states } from './name-words';

/** The name within a mention's text, folded: what `boundsOf` adds taken away again. */
export function nameWithin(mention: string): string {
  const words = normaliseName(mention.replace(/, [^,]+$/, (tail) => (isState(normaliseName(tail)) ? '' : tail))).split(' ');
  const from = words.length > 1 && (words[0] === 'the' || formsOfAddress.has(words[0] ?? '')) ? 1 : 0;
  const to = words.length - from > 1 && legalForms.has(words.at(-1) ?? '') ? -1 : undefined;
  return words.slice(from, to).join(' ');
}

function isState(key: string): boolean {
  return states.has(key) || shortStates.has(key);
}
