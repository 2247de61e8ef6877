import { isAscii } from '../text/ascii';

/** Begins with a small letter and has no capital: "climate change", not "iPhone". */
export function isLowerCase(name: string): boolean {
  const first = name.charCodeAt(0);
  if (first < firstSmall || (first > lastSmall && first < firstBeyond)) return false;
  return isAscii(name) ? /^[a-z][^A-Z]*$/.test(name) : /^\p{Ll}/u.test(name) && !/\p{Lu}/u.test(name);
}

const [firstSmall, lastSmall, firstBeyond] = [0x61, 0x7a, 0x80];
