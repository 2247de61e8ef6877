import { useState } from 'react';
import type { Failure } from '../../lib/errors/failure';
import type { Kept } from '../../lib/services/keep-safe';
import { sentenceFor } from '../failure-sentences';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { keptInWords, listInWords } from './kept-words';

/** On every section: that the knowledge base was lost or cannot be opened, and what can be done about it. */
export function BaseNotice() {
  const { base, locales } = useOptionsServices();
  const live = useLive(base.watch);
  const { notice, tell, tellFailure } = useNotice();

  const restore = async () => {
    tell({ tone: 'working', text: 'Bringing it back…' });
    const restored = await base.restore();
    if (!restored.ok) {
      tellFailure(restored.failure);
      return;
    }
    const { packs } = restored.value;
    const next = packs.length === 0 ? '' : ` Now import again: ${listInWords(packs, locales)}.`;
    tell({ tone: 'done', text: `Restored ${keptInWords(restored.value, locales)}. The articles of your sources come in by and by.${next}` });
  };

  const startFresh = async () => {
    const started = await base.startFresh();
    if (!started.ok) tellFailure(started.failure);
    else tell({ tone: 'done', text: 'Sidelight starts fresh.', action: { label: 'Undo', key: 'undo', onPress: () => void restore() } });
  };

  return (
    <div className="base-notice">
      {live.state === 'ready' && live.value.state === 'lost' && notice?.tone !== 'working' && (
        <LostNotice kept={live.value.kept} locales={locales} onRestore={() => void restore()} onFresh={() => void startFresh()} />
      )}
      {live.state === 'ready' && live.value.state === 'ready' && live.value.isFull === true && <FullNotice />}
      {live.state === 'failed' && (
        <ClosedNotice
          failure={live.failure}
          onRetry={base.tryAgain}
          onAnew={() => void base.beginAnew().then((begun) => begun.ok || tellFailure(begun.failure))}
        />
      )}
      {notice && <NoticeLine notice={notice} />}
    </div>
  );
}

function FullNotice() {
  return (
    <div role="region" className="notice standing" data-tone="failed" aria-labelledby="full">
      <h2 id="full">Your disk is full</h2>
      <p>
        New articles cannot be kept until there is room. What is there is safe. Free some space on this device, or keep
        fewer articles under <a href="#data">Data</a>; Sidelight tries again every few minutes.
      </p>
    </div>
  );
}

interface LostNoticeProps {
  readonly kept: Kept;
  readonly locales: readonly string[];
  readonly onRestore: () => void;
  readonly onFresh: () => void;
}

function LostNotice({ kept, locales, onRestore, onFresh }: LostNoticeProps) {
  const hasCopy = kept.sources + kept.names + kept.corrections > 0;
  return (
    <div role="region" className="notice standing" data-tone="failed" aria-labelledby="lost">
      <h2 id="lost">What Sidelight knew is gone</h2>
      <p>
        The browser’s storage for it was emptied or damaged.{' '}
        {hasCopy && `A second copy has ${kept.isWhole ? '' : 'most of what you chose: '}${keptInWords(kept, locales)}. Articles are fetched again. `}
        {kept.packs.length > 0 && `Packs have to be imported again: ${listInWords(kept.packs, locales)}.`}
      </p>
      <p>If you have saved everything as a file, restore that under <a href="#data/everything">Data</a>.</p>
      <p className="buttons">
        {hasCopy && <button type="button" className="button primary" onClick={onRestore}>Restore</button>}
        <button type="button" className="button" onClick={onFresh}>Start fresh</button>
      </p>
    </div>
  );
}

interface ClosedNoticeProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
  readonly onAnew: () => void;
}

function ClosedNotice({ failure, onRetry, onAnew }: ClosedNoticeProps) {
  const [isSure, setSure] = useState(false);
  const canRetry = failure.kind !== 'database-private' && failure.kind !== 'database-newer';
  return (
    <div role="region" className="notice standing" data-tone="failed" aria-labelledby="closed">
      <h2 id="closed">Sidelight cannot open what it knows</h2>
      <p>{sentenceFor(failure)}</p>
      {isSure && <p>Everything in that storage is deleted for good. What a second copy has of your sources and corrections is offered afterwards.</p>}
      {canRetry && (
        <p className="buttons">
          <button type="button" className="button primary" onClick={onRetry}>Try again</button>
          {failure.kind === 'database-unavailable' && !isSure && (
            <button type="button" className="button" onClick={() => setSure(true)}>Begin with an empty one…</button>
          )}
          {isSure && <button type="button" className="button" onClick={onAnew}>Delete it and begin anew</button>}
          {isSure && <button type="button" className="button" onClick={() => setSure(false)}>Leave it</button>}
        </p>
      )}
    </div>
  );
}
