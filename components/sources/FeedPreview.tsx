import { useEffect, useId, useRef } from 'react';
import type { FeedPreview as Preview } from '../../lib/messaging/source-protocol';
import { articlesInWords } from '../options/count-words';
import { NewestArticles } from './NewestArticles';

export interface FeedPreviewProps {
  readonly preview: Preview;
  readonly isBusy: boolean;
  readonly locales: readonly string[];
  readonly onAdd: () => void;
  readonly onClose: () => void;
  /** Shows another feed of the same site in its place. */
  readonly onOther: (url: string) => void;
}

/** What a feed brings, before it is a source. */
export function FeedPreview({ preview, isBusy, locales, onAdd, onClose, onOther }: FeedPreviewProps) {
  const headingId = useId();
  const confirm = useRef<HTMLButtonElement>(null);
  // Whoever typed the address adds with one more key.
  useEffect(() => confirm.current?.focus(), [preview.url]);

  return (
    <section className="preview" aria-labelledby={headingId} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <h2 id={headingId} dir="auto">{preview.title}</h2>
      <p className="note">{`${preview.url} · ${articlesInWords(preview.articles, locales)} now`}</p>
      <NewestArticles newest={preview.newest} locales={locales} />
      <div className="buttons">
        <button ref={confirm} type="button" className="button primary" data-sidelight="add-previewed" aria-disabled={isBusy} onClick={() => isBusy || onAdd()}>
          {`Add ${preview.title}`}
        </button>
        <button type="button" className="button" onClick={onClose}>Not this one</button>
      </div>
      {preview.others.length > 0 && (
        <details>
          <summary>{preview.others.length === 1 ? 'One more feed of this site' : `${preview.others.length} more feeds of this site`}</summary>
          <ul className="others">
            {preview.others.map(({ url, title }) => (
              <li key={url}>
                <button type="button" className="quiet" onClick={() => onOther(url)}>{title === '' ? url : title}</button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
