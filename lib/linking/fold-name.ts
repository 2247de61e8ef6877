import { normaliseName } from '../text/normalise';

const plain = /^(?:[A-Za-z\d]+(?: [A-Za-z\d]+)*)?$/;
/** Signs that part words and do nothing else; periods, apostrophes, signs between digits and "&" have rules of their own. */
const parted = /^[A-Za-z ,()-]+$/;

/** `normaliseName`, at once for the many names that are plain words: a page's candidates are thousands. */
export function foldName(name: string): string {
  if (plain.test(name)) return name.toLowerCase();
  return parted.test(name) ? (name.toLowerCase().match(/[a-z]+/g)?.join(' ') ?? '') : normaliseName(name);
}

/** The words of a folded name. Splitting what is one word would give an array of another kind than of several, and make its readers anew. */
export function wordsOf(folded: string): string[] {
  return folded.includes(' ') ? folded.split(' ') : [folded];
}
