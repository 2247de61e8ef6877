/**
 * What can be expected to go wrong. A failure is returned, not thrown; components turn its kind into a sentence that
 * says what happened, what stays safe and what to do.
 */
export const failureKinds = [
  'unreachable', // no answer from the host
  'refused', // the host answered with a status that is not success; `detail` is the status
  'too-slow',
  'too-large',
  'in-circles', // redirects that come back to where they were, or do not end
  'asked-to-wait', // the host asked not to be asked before a time that has not come
  'not-a-feed', // `detail` is `broken` where it is one, written so that no reading of it comes to an end
  'not-opml',
  'not-a-pack',
  'not-coverage',
  'not-a-base', // no file of everything, or one that breaks off
  'not-an-address', // what was typed is no http(s) address
  'no-permission', // the reader has not allowed this host
  'already-there',
  'not-found',
  'not-possible-here', // the browser's own pages, its shop, a PDF
  'database-unavailable',
  'database-blocked', // another part of the extension still has an older version of it open
  'database-private', // a private window has a storage of its own, which is empty and forgotten
  'database-newer', // written by a newer Sidelight; left untouched
  'storage-full',
  'damaged', // a stored index is truncated or foreign; it is rebuilt
  'cancelled',
  'bad-message', // a request or reply that its schema refuses
  'no-answer', // the other part of the extension is gone, as after an update
  'unexpected',
] as const;

export type FailureKind = (typeof failureKinds)[number];

export interface Failure {
  readonly kind: FailureKind;
  /** A short fact for the sentence or the log: a status, a line number. Never text that the reader wrote or read. */
  readonly detail?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(kind: FailureKind, detail?: string): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: detail === undefined ? { kind } : { kind, detail } };
}
