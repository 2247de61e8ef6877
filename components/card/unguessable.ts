/** `crypto.randomUUID` is not there on `http:` pages. */
export function unguessable(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('');
}
