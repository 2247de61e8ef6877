import { sentenceFor } from '../failure-sentences';
import type { BaseService } from '../services';
import { useLive } from '../use-live';

/** Quietly, that what Sidelight knows was lost or cannot be opened. Nothing while all is well. */
export function BaseSign({ watch }: Pick<BaseService, 'watch'>) {
  const live = useLive(watch);
  if (live.state === 'failed') return <p className="aside" role="status">{sentenceFor(live.failure)}</p>;
  if (live.state !== 'ready') return null;
  if (live.value.state === 'ready') {
    return live.value.isFull === true ? (
      <p className="aside" role="status">
        Your disk is full, so new articles are not kept. <a href="options.html#data" target="_blank">See what helps</a>
      </p>
    ) : null;
  }
  return (
    <p className="aside" role="status">
      What Sidelight knew is gone. <a href="options.html" target="_blank">See what can be restored</a>
    </p>
  );
}
