import { kindMask, wordToken } from './token-table';
import { readTokens } from './tokens';

/** What a name is compared by: its words, folded, with one space between: "Al-Qaeda’s" is "al qaeda". */
export function normaliseName(name: string): string {
  const { count, traits, units, unitsAt } = readTokens(name);
  const codes: number[] = [];
  for (let row = 0; row < count; row += 1) {
    if (((traits[row] ?? 0) & kindMask) !== wordToken) continue;
    if (codes.length > 0) codes.push(space);
    for (let at = unitsAt[row] ?? 0; at < (unitsAt[row + 1] ?? 0); at += 1) codes.push(units[at] ?? 0);
  }
  return codes.length < mostAtOnce ? String.fromCharCode(...codes) : codes.map((code) => String.fromCharCode(code)).join('');
}

const space = 0x20;
/** A function takes only so many arguments. */
const mostAtOnce = 4096;
