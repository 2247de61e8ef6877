/**
 * Has the constants of a bundle declared as `let`: two letters less each, and fewer declarations, since a minifier joins
 * those of one kind. That nothing is assigned to them has been checked by then.
 */
export const shortConstants = {
  name: 'short-constants',
  renderChunk: (code: string) => ({ code: code.replace(/^(\s*(?:for \()?)const /gm, '$1let '), map: null }),
};
