import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Empty } from '../forms/Empty';
import { NoticeLine } from '../forms/Notice';
import { sentenceFor } from '../failure-sentences';
import type { NameFilter, NamesAtHand } from '../name-service';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { AddNameForm } from './AddNameForm';
import { ForgottenLink } from './Forgotten';
import { NameFilters } from './NameFilters';
import { NameRows } from './NameRows';
import { SuggestionsLink } from './Suggestions';
import { addressOfFilter } from './name-address';
import { useChanges } from './use-changes';
import { useFilter } from './use-filter';
import type { Scrolled } from './use-virtual-rows';

/** All names and topics that are known: found as one types, and narrowed. */
export function NameBrowser({ initial, isReturn, scrolledRef }: {
  readonly initial: NameFilter;
  readonly isReturn: boolean;
  /** Outlives the list, so that the way back from an entity leads to where the reader was. */
  readonly scrolledRef: RefObject<Scrolled>;
}) {
  const { names } = useOptionsServices();
  const live = useLive(names.watch);
  const [filter, narrow] = useFilter(initial);
  const [isAdding, setAdding] = useState(false);
  const fieldRef = useRef<HTMLInputElement>(null);
  const { notice, offerUndo, tellFailure } = useChanges();

  // What had the focus went with the page that the reader comes back from.
  useEffect(() => {
    if (isReturn) fieldRef.current?.focus();
  }, [isReturn]);

  return (
    <>
      <div className="line-form" role="search" aria-label="Names and topics">
        <label className="heard" htmlFor="find-name">Find a name or topic</label>
        <input
          id="find-name"
          ref={fieldRef}
          className="field"
          type="search"
          autoComplete="off"
          spellCheck={false}
          placeholder="Find a name or topic"
          value={filter.text}
          onChange={(event) => narrow({ ...filter, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            document.querySelector<HTMLElement>('.virtual li a')?.focus();
          }}
        />
        <button type="button" className="button" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>Add a name</button>
      </div>
      <NameFilters filter={filter} packs={live.state === 'ready' && live.value.state === 'ready' ? live.value.packs : []} onChange={narrow} />
      {isAdding && (
        <AddNameForm
          initialName={filter.text}
          onCancel={() => setAdding(false)}
          onAdd={async (facts) => {
            const added = await names.add(facts);
            if (!added.ok) {
              tellFailure(added.failure);
              return;
            }
            setAdding(false);
            offerUndo(`Added ${facts.name}.`, added.value.undo);
          }}
        />
      )}
      <NoticeLine notice={notice} />
      <SuggestionsLink />
      <ForgottenLink />
      {live.state === 'loading' && <div className="coming" aria-busy="true" />}
      {live.state === 'failed' && <p className="failed" role="alert">{sentenceFor(live.failure)}</p>}
      {live.state === 'ready' && <Found atHand={live.value} filter={filter} fieldRef={fieldRef} scrolledRef={scrolledRef} />}
    </>
  );
}

interface FoundProps {
  readonly atHand: NamesAtHand;
  readonly filter: NameFilter;
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly scrolledRef: RefObject<Scrolled>;
}

function Found({ atHand, filter, fieldRef, scrolledRef }: FoundProps) {
  const { locales } = useOptionsServices();
  const deferred = useDeferredValue(filter);
  const found = useMemo(() => (atHand.state === 'ready' ? atHand.find(deferred) : undefined), [atHand, deferred]);
  if (atHand.state === 'empty') {
    return (
      <Empty said="The names and topics that Sidelight knows will be listed here.">
        <p>Import a pack, or follow sources for a while: names that several of them use are learned by themselves.</p>
        <p className="buttons"><a className="button primary" href="#data/packs">Import a pack</a></p>
      </Empty>
    );
  }
  if (atHand.state === 'making') {
    return (
      <p className="notice" role="status" data-tone="working">
        <span>Making your packs’ names ready to be searched…</span>
        <progress aria-label="Progress" value={atHand.share} />
      </p>
    );
  }
  if (!found) return null;
  const count = found.count.toLocaleString([...locales]);
  return (
    <>
      <p className="found-count" role="status">
        {found.count === atHand.total ? `${count} names and topics` : `${count} of ${atHand.total.toLocaleString([...locales])}`}
      </p>
      {found.count === 0 ? <Empty said="Nothing fits. Take a filter away, or add the name yourself." /> : <NameRows found={found} list={addressOfFilter(deferred)} fieldRef={fieldRef} scrolledRef={scrolledRef} />}
    </>
  );
}
