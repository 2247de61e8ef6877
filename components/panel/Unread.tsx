import type { Failure } from '../../lib/errors/failure';
import { sentenceFor } from '../failure-sentences';

/** What could not be read, why, and the one thing to do about it. */
export function Unread({ said, failure, onRetry }: { readonly said: string; readonly failure: Failure; readonly onRetry: () => void }) {
  return (
    <div className="empty" role="alert">
      <p className="said">{said}</p>
      <p>{sentenceFor(failure)}</p>
      <button type="button" className="button" onClick={onRetry}>Try again</button>
    </div>
  );
}
