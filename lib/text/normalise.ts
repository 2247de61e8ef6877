import { tokenise } from './tokens';

/** What a name is compared by: its words, folded, with one space between: "Al-Qaeda’s" is "al qaeda". */
export function normaliseName(name: string): string {
  return tokenise(name)
    .map((token) => token.norm)
    .join(' ');
}
