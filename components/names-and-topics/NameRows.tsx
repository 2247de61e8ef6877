import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { FoundNames } from '../name-service';
import { useOptionsServices } from '../services-context';
import { kindWords } from './kind-words';
import { addressOfEntity } from './name-address';
import { useRows } from './use-rows';
import type { NameRow } from './use-rows';
import { useVirtualRows } from './use-virtual-rows';
import type { Scrolled } from './use-virtual-rows';

const rowHeight = 54;
const pageRows = 8;

export interface NameRowsProps {
  readonly found: FoundNames;
  /** Its address. */
  readonly list: string;
  /** Where the arrow keys lead to from the first row. */
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly scrolledRef: RefObject<Scrolled>;
}

/** What was found, however much it is: only the rows in sight are there. Arrow keys go from one to the next. */
export function NameRows({ found, list, fieldRef, scrolledRef }: NameRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | undefined>(undefined);
  const { rows: items, totalSize, scrollTo } = useVirtualRows(scroller, found.count, rowHeight);
  const rowAt = useRows(found, items[0]?.index ?? 0, (items.at(-1)?.index ?? -1) + 1);

  useLayoutEffect(() => {
    const left = scrolledRef.current;
    if (left.list === list && scroller.current) scroller.current.scrollTop = left.px;
  }, [list, scrolledRef]);

  const focusRow = (place: number): void => {
    if (place < 0) {
      fieldRef.current?.focus();
      return;
    }
    const at = Math.min(found.count - 1, place);
    wanted.current = at;
    scrollTo(at);
    scroller.current?.querySelector<HTMLElement>(`[data-place="${at}"] a`)?.focus({ preventScroll: true });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const row = (event.target as Element).closest<HTMLElement>('[data-place]');
    if (!row) return;
    const to = destination(event.key, Number(row.dataset.place), found.count);
    if (to === undefined) return;
    event.preventDefault();
    focusRow(to);
  };

  return (
    <div
      className="virtual"
      ref={scroller}
      tabIndex={-1}
      onScroll={({ currentTarget }) => (scrolledRef.current = { list, px: currentTarget.scrollTop })}
    >
      <ul aria-label="Names and topics" style={{ blockSize: totalSize }} onKeyDown={onKeyDown}>
        {items.map(({ index, start }) => (
          <li
            key={index}
            data-place={index}
            aria-setsize={found.count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)`, blockSize: rowHeight }}
            ref={(element) => {
              // A row that was not there when a key led to it.
              if (!element || wanted.current !== index) return;
              const link = element.querySelector('a');
              if (link && document.activeElement !== link) link.focus({ preventScroll: true });
              if (link) wanted.current = undefined;
            }}
          >
            <Row row={rowAt(index)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function destination(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown': return from + 1;
    case 'ArrowUp': return from - 1;
    case 'PageDown': return from + pageRows;
    case 'PageUp': return Math.max(0, from - pageRows);
    case 'Home': return 0;
    case 'End': return count - 1;
    case 'Escape': return -1;
    default: return undefined;
  }
}

function Row({ row }: { readonly row: NameRow | undefined }) {
  const { locales } = useOptionsServices();
  if (!row) return <span className="name-row coming" aria-busy="true" />;
  const { entity, articles } = row;
  const also = entity.description ?? entity.aliases.slice(0, 3).join(' · ');
  return (
    <a className="name-row" href={addressOfEntity(entity.id)}>
      <span className="title" dir="auto">{entity.name}</span>
      <span className="kind">{entity.kind && kindWords[entity.kind]}</span>
      <span className="note" dir="auto">{also}</span>
      <span className="count">{articles ? `${articles.toLocaleString([...locales])} ${articles === 1 ? 'article' : 'articles'}` : ''}</span>
    </a>
  );
}
