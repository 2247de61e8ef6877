import { useEffect, useRef, useState } from 'react';
import type { ShownEntity } from '../../lib/messaging/protocol';
import { kindWords } from '../names-and-topics/kind-words';
import type { EntityInFull } from './panel-services';

export interface EntityHeadlineProps {
  readonly subject: ShownEntity;
  readonly aliases: readonly string[];
  readonly links?: EntityInFull['entity']['links'];
  /** How often the page names it. */
  readonly count: number;
  readonly onReveal: () => void;
}

/** So many are told at once. */
const fewAliases = 5;

/** Who it is, how else it is written, and where on the page. It has the focus when it comes. */
export function EntityHeadline({ subject: { id, name, kind, description }, aliases, links, count, onReveal }: EntityHeadlineProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isWhole, setWhole] = useState(false);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [id]);
  const shown = isWhole ? aliases : aliases.slice(0, fewAliases);
  return (
    <header className="entity-head">
      <h2 ref={heading} className="name" id="entity-name" tabIndex={-1} dir="auto">{name}</h2>
      {description !== undefined && <p className="description" dir="auto">{description}</p>}
      <p className="facts">
        {kind !== undefined && <span>{kindWords[kind]}</span>}
        {links?.wikipedia !== undefined && <a href={links.wikipedia} target="_blank" rel="noopener noreferrer">Wikipedia</a>}
        {links?.website !== undefined && <a href={links.website} target="_blank" rel="noopener noreferrer">Website</a>}
        <a href={`options.html#names/e/${encodeURIComponent(id)}`} target="_blank" rel="noopener noreferrer">Change what is known</a>
      </p>
      {aliases.length > 0 && (
        <p className="facts">
          <span>Also written <bdi>{shown.join(', ')}</bdi></span>
          {aliases.length > shown.length && <button type="button" onClick={() => setWhole(true)}>{`and ${aliases.length - shown.length} more`}</button>}
        </p>
      )}
      {count > 0 && (
        <p className="here">
          <bdi>{count === 1 ? 'Once on this page' : `${count} times on this page`}</bdi>
          <button type="button" className="quiet" onClick={onReveal}>Show on the page</button>
        </p>
      )}
    </header>
  );
}
