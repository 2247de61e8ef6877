import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { NameOnPage } from '../names/group-names';

export interface NamesInPanelProps {
  readonly names: readonly NameOnPage[];
  /** The name that the reader comes back from: it has the focus. */
  readonly returnTo?: string;
  readonly onOpen: (entity: string) => void;
  readonly onReveal: (entity: string) => void;
}

/** Fewer are seen at a glance. */
const fewNames = 8;

/** Every name that is marked on the page, to be found by typing, and gone through with the arrow keys. */
export function NamesInPanel({ names, returnTo, onOpen, onReveal }: NamesInPanelProps) {
  const [wanted, setWanted] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const returned = useRef<HTMLButtonElement>(null);
  const shown = names.filter(({ entity }) => isWanted(entity, wanted));

  useEffect(() => returned.current?.focus(), []);

  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('.name-line') ?? [])];
    const at = lines.findIndex((line) => line === event.target || line.parentElement?.contains(event.target as Node));
    const next = lines[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    // The keys of the list are heard from its field as well.
    <div className="names-in-panel" onKeyDown={move}>
      {names.length > fewNames && (
        <label className="filter">
          <span className="heard">Find a name on this page</span>
          <input type="search" className="field" placeholder="Find a name" value={wanted} onChange={(event) => setWanted(event.target.value)} />
        </label>
      )}
      <p className="heard" role="status">{wanted === '' ? '' : `${shown.length} of ${names.length} names`}</p>
      <ul ref={list} className="names" role="list">
        {shown.map(({ entity, count }) => (
          <li key={entity.id}>
            <button ref={entity.id === returnTo ? returned : undefined} type="button" className="name-line" onClick={() => onOpen(entity.id)}>
              <span className="title" dir="auto">{entity.name}</span>
              <span className="count">{count === 1 ? 'once' : `${count} times`}</span>
              {entity.description !== undefined && <span className="note" dir="auto">{entity.description}</span>}
            </button>
            <button type="button" className="to-page" aria-label={`Show ${entity.name} on the page`} title="Show on the page" onClick={() => onReveal(entity.id)}>
              <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
                <circle cx="8" cy="8" r="4.2" />
                <path d="M8 1.2v3M8 11.8v3M1.2 8h3M11.8 8h3" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="rest">No name on this page is written like that.</p>}
    </div>
  );
}

function isWanted({ name, description = '' }: NameOnPage['entity'], wanted: string): boolean {
  const folded = `${name} ${description}`.toLowerCase();
  return wanted.toLowerCase().split(/\s+/).every((word) => folded.includes(word));
}
