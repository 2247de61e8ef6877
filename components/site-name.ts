/** "herald.test" for `https://herald.test/*`; the scheme is told where it is not the usual one. */
export function siteName(pattern: string): string {
  return pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}
