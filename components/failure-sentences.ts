import type { Failure, FailureKind } from '../lib/errors/failure';

const sentences: Record<FailureKind, (detail: string) => string> = {
  unreachable: () => 'That host does not answer. Check the address and your connection, then try again.',
  refused: (status) => `That host turned us away${status && ` with status ${status}`}. Check the address, or try again later.`,
  'too-slow': () => 'That host took too long. Try again later.',
  'in-circles': () => 'That address only leads on to others, without end. Look for a newer address on the site.',
  'asked-to-wait': () => 'That host asked us to leave it alone for a while, and we do. Try again later.',
  'too-large': () => 'That is larger than Sidelight takes. Nothing was changed.',
  'not-a-feed': (detail) => detail === 'broken' ? 'The feed there is broken: Sidelight cannot read it. Look on its site for another, or try again later.' : 'That address holds no feed. Look for one named RSS, Atom or Feed on the site.',
  'not-opml': () => 'That file is no list of feeds. Other readers write one when you export your subscriptions as OPML.',
  'not-a-pack': () => 'That file is no pack: its first line does not say “sidelight-pack/1”. Nothing was changed.',
  'not-coverage': () => 'That file holds no coverage: its first line does not say “sidelight-coverage/1”. Nothing was changed.',
  'not-a-base': () => 'This file does not hold a whole Sidelight, or not all of it. Choose one that Sidelight has saved.',
  'not-an-address': () => 'That is no web address. It begins with http:// or https://.',
  'no-permission': () => 'Your browser did not get your permission for that host. Nothing was changed; try again and choose Allow.',
  'already-there': () => 'You have that one already.',
  'not-found': () => 'That is not there any more.',
  'not-possible-here': () => 'Your browser lets no extension run on this page.',
  'database-unavailable': () => 'Your browser does not let Sidelight open its storage. Full disks and private windows do that: free some space, or try again in an ordinary window.',
  'database-blocked': () => 'Another page of Sidelight still has your data open as an older Sidelight left it. Close Sidelight’s other pages, then try again. Your data is safe.',
  'database-private': () => 'This is a private window, which has a storage of its own. Your sources and names are safe: open Sidelight’s settings in an ordinary window.',
  'database-newer': () => 'A newer Sidelight wrote your data. It is untouched; update Sidelight to use it.',
  'storage-full': () => 'Your disk has no room left. What was there before is safe; free some space and try again.',
  damaged: () => 'A stored index was damaged. Your data is safe, and the index is being made anew.',
  cancelled: () => 'Stopped. What was done so far stays.',
  'bad-message': () => 'Two parts of Sidelight did not understand each other. Reload this page, then try again.',
  'no-answer': () => 'Sidelight was updated or restarted. Reload this page, then try again.',
  unexpected: () => 'Something happened that we did not foresee. Your data is safe; try again.',
};

/** What a failure means to the reader: what happened, what stays safe, what to do. */
export function sentenceFor({ kind, detail = '' }: Failure): string {
  return sentences[kind](detail);
}
