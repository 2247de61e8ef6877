import { itemAt } from '../text/at';
import type { Word } from '../text/read-words';
import { roles } from './name-words';
import type { Span } from './span';

/** The roles right before a name, nearest first, of up to three words: "general", "attorney". */
export function rolesBefore(words: readonly Word[], { from }: Pick<Span, 'from'>): string[] {
  const found: string[] = [];
  for (let i = from - 1; i >= Math.max(0, from - 3) && itemAt(words, i + 1)?.gap !== 'hyphen'; i--) {
    const key = itemAt(words, i)?.key ?? '';
    if (!roles.has(key)) break;
    found.push(key);
  }
  return found;
}
