import { useMemo } from 'react';
import type { ListedSource, SourceSettings } from '../../services';
import { useOptionsServices } from '../../services-context';
import { useLive } from '../../use-live';

export interface WholeArticlesProps {
  readonly source: ListedSource;
  readonly fieldId: string;
  readonly onChange: (changes: Partial<SourceSettings>, pageSites?: readonly string[]) => void;
}

/** A browser's question that names more sites is one that nobody reads. */
const mostAsked = 20;
const mostNamed = 3;

/** Whether the pages of teasers are fetched, and whose permission that still needs: they may be on other hosts than the feed. */
export function WholeArticles({ source, fieldId, onChange }: WholeArticlesProps) {
  const { sources } = useOptionsServices();
  const watch = useMemo(() => sources.watchPageSites(source.id), [sources, source.id]);
  const live = useLive(watch);
  const missing = live.state === 'ready' ? live.value.slice(0, mostAsked) : [];
  const hosts = [...new Set(missing.map((address) => new URL(address).hostname))];
  const isWaiting = source.fullText === true && hosts.length > 0;
  const allow = () => onChange({ fullText: true }, missing);
  return (
    <>
      <label className="choice">
        <input
          id={fieldId}
          type="checkbox"
          checked={source.fullText === true}
          onChange={(event) => (event.target.checked ? allow() : onChange({ fullText: undefined }))}
        />
        Fetch whole articles where the feed has only their beginning
      </label>
      {isWaiting && (
        <p className="notice" data-tone="working">
          <span>{`Whole articles are on ${named(hosts)}. Sidelight fetches them when you allow that.`}</span>
          <button type="button" className="button" onClick={allow}>{hosts.length === 1 ? `Allow ${hosts[0]}` : `Allow these ${hosts.length}`}</button>
        </p>
      )}
    </>
  );
}

function named(hosts: readonly string[]): string {
  const rest = hosts.length - mostNamed;
  return rest > 0 ? `${hosts.slice(0, mostNamed).join(', ')} and ${rest} more` : hosts.join(', ');
}
