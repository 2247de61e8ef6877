import { Fragment, useEffect, useRef, useState } from 'react';
import type { FocusEvent } from 'react';
import type { ListedSource, SourceSettings } from '../services';
import type { HealthContext } from './source-health';
import { SourceLine } from './sources/SourceLine';
import { usePageRows } from './sources/use-page-rows';

/** With an address below the name and a note below the health. */
const usualHeight = 62;

export interface SourceTableProps extends HealthContext {
  readonly sources: readonly ListedSource[];
  /** The first shows what can be set of it. */
  readonly isOneOpen: boolean;
  /** Ids of those that are being fetched. */
  readonly fetching: ReadonlySet<string>;
  readonly onRefresh: (source: ListedSource) => void;
  readonly onRemove: (source: ListedSource) => void;
  readonly onChange: (source: ListedSource, changes: Partial<SourceSettings>, pageSites?: readonly string[]) => void;
}

/** However many sources there are: only those in and near sight are in the page. */
export function SourceTable({ sources, isOneOpen, fetching, onRefresh, onRemove, onChange, ...context }: SourceTableProps) {
  const table = useRef<HTMLTableElement>(null);
  // Kept here, since a line forgets what it knows when it goes out of sight.
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | undefined>(undefined);
  const { rows, after, measure } = usePageRows({ list: table, keys: sources.map(({ id }) => id), usualHeight, kept: focused });
  const first = sources[0]?.id;
  const [wasOneOpen, setWasOneOpen] = useState(false);
  // Once for each time it is asked for: what the reader closes then stays closed.
  if (isOneOpen !== wasOneOpen && first !== undefined) {
    setWasOneOpen(isOneOpen);
    if (isOneOpen) setOpen(new Set([...open, first]));
  }
  const toggle = (id: string) => setOpen((ids) => (ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id])));
  const focusedPlace = useRef(0);
  const noteFocus = ({ target }: FocusEvent) => {
    focusedPlace.current = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index);
    setFocused(sources[focusedPlace.current]?.id);
  };
  // Who removes one by key goes on with the one that takes its place, not at the beginning of the page.
  const isFocusGone = focused !== undefined && !sources.some(({ id }) => id === focused);
  useEffect(() => {
    if (!isFocusGone || document.activeElement !== document.body) return;
    const place = Math.min(focusedPlace.current, sources.length - 1);
    table.current?.querySelector<HTMLElement>(`[data-index="${place}"] .actions button:last-child`)?.focus();
  }, [isFocusGone, sources.length]);
  return (
    <table className="list sources" ref={table} aria-rowcount={sources.length + 1} onFocus={noteFocus} onBlur={() => setFocused(undefined)}>
      <thead>
        <tr>
          <th scope="col">Outlet</th>
          <th scope="col" className="number">Articles</th>
          <th scope="col">Health</th>
          <th scope="col"><span className="heard">Actions</span></th>
        </tr>
      </thead>
      {rows.map(({ place, gap }) => {
        const source = sources[place];
        return source && (
          <Fragment key={source.id}>
            <OutOfSight height={gap} />
            <SourceLine
              source={source}
              place={place}
              isFetching={fetching.has(source.id)}
              isOpen={open.has(source.id)}
              context={context}
              measure={measure}
              onToggle={() => toggle(source.id)}
              onRefresh={() => onRefresh(source)}
              onRemove={() => onRemove(source)}
              onChange={(changes, pageSites) => onChange(source, changes, pageSites)}
            />
          </Fragment>
        );
      })}
      <OutOfSight height={after} />
    </table>
  );
}

/** The room of rows that are not in the page. */
function OutOfSight({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return <tbody aria-hidden="true" className="out-of-sight"><tr><td colSpan={4} style={{ blockSize: height }} /></tr></tbody>;
}
