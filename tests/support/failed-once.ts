/** What was found by damaging sound input and brought something down: tried again each time, before anything drawn. */
export const failedOnce = {
  /** A host's name is longer than an outlet's may be. */
  opml: [`<opml><body><outline xmlUrl="https://${'a.'.repeat(160)}example/rss"/></body></opml>`],
  /** Measured for its length although it is no text, and the length could not be compared. */
  json: [{ length: { toString: 0, valueOf: 0 } }, { length: [{ toString: 0 }] }],
  /** No base 64, which was noticed only when it was to be stored. */
  bytes: ['AAA', 'A===', '\u0000AAA', 'AA=A'],
} as const;
