import { useState } from 'react';
import type { Failure } from '../../lib/errors/failure';
import type { FeedPreview } from '../../lib/messaging/source-protocol';
import type { Outcome } from '../watch';

/**
 * Asks for the permission of the feed's host, so it is called while a click is being handled; then tells what is in the
 * feed, and keeps nothing. `alsoAllow` names the host that an earlier try was refused.
 */
export type LookInside = (address: string, alsoAllow?: string) => Outcome<FeedPreview>;

export type Look =
  | { readonly state: 'closed' }
  | { readonly state: 'looking' }
  | { readonly state: 'found'; readonly preview: FeedPreview }
  | { readonly state: 'failed'; readonly failure: Failure };

/** What a reader sees of one feed who looks inside before it is added. */
export function useLook(lookInside: LookInside) {
  const [look, setLook] = useState<Look>({ state: 'closed' });

  // Nothing may be awaited before this: the browser asks for the host's permission only while the click is handled.
  const open = async (address: string, alsoAllow?: string): Promise<void> => {
    const looking = lookInside(address, alsoAllow);
    const own: Look = { state: 'looking' };
    setLook(own);
    const seen = await looking;
    // It may have been closed meanwhile, or opened anew.
    setLook((now) => (now !== own ? now : seen.ok ? { state: 'found', preview: seen.value } : { state: 'failed', failure: seen.failure }));
  };

  return { look, open, close: () => setLook({ state: 'closed' }) };
}
