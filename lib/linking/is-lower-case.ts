import { isAscii } from '../text/ascii';

/** Begins with a small letter and has no capital: "climate change", not "iPhone". */
export function isLowerCase(name: string): boolean {
  return isAscii(name) ? /^[a-z][^A-Z]*$/.test(name) : /^\p{Ll}/u.test(name) && !/\p{Lu}/u.test(name);
}
