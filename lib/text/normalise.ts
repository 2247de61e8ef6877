import { tokenise } from './tokens';

/** What one word is compared by: "Müller’s" is "muller", "U.S." is "us". Empty where there is no word. */
export function normaliseToken(word: string): string {
  return tokenise(word)
    .map((token) => token.norm)
    .join('');
}

/** What a name is compared by: its words, folded, with one space between: "Al-Qaeda’s" is "al qaeda". */
export function normaliseName(name: string): string {
  return tokenise(name)
    .map((token) => token.norm)
    .join(' ');
}
