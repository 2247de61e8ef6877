import type { Matches } from '../gazetteer/match';

/**
 * Tells whether somebody or something is called so already, however the letters are cased: by a name of its own, not by a
 * piece of one.
 */
export function knowsName(knowledge: { spot(text: string): Matches } | undefined): (name: string) => boolean {
  if (!knowledge) return () => false;
  const isName = (text: string): boolean =>
    Array.from(knowledge.spot(text)).some(
      ({ start, end, candidates }) => start === 0 && end === text.length && candidates.some(({ form }) => form !== 'part'),
    );
  return (name) => isName(name) || isName(capitalised(name));
}

function capitalised(name: string): string {
  return name.replace(/(^|[\s-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
