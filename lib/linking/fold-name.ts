import { normaliseName } from '../text/normalise';

const plain = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** `normaliseName`, at once for the many names that are plain words: a page's candidates are thousands. */
export function foldName(name: string): string {
  return plain.test(name) ? name.toLowerCase() : normaliseName(name);
}
