import { useState } from 'react';
import { sentenceFor } from '../failure-sentences';
import { Empty } from '../forms/Empty';
import { LiveList } from '../forms/LiveList';
import { NoticeLine } from '../forms/Notice';
import { useNotice } from '../forms/use-notice';
import type { ListedSource } from '../services';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { AddSourceForm } from './AddSourceForm';
import { SourceTable } from './SourceTable';
import { articlesInWords } from './count-words';

export function Sources() {
  const { sources, now, locales } = useOptionsServices();
  const live = useLive(sources.watch);
  const { notice, tell, tellFailure } = useNotice();
  const [isAdding, setAdding] = useState(false);
  const [fetching, setFetching] = useState<ReadonlySet<string>>(new Set());

  // Nothing may be awaited before this: the browser asks for the host's permission only while the click is handled.
  const add = async (address: string, alsoAllow?: string): Promise<boolean> => {
    setAdding(true);
    const adding = sources.add(address, alsoAllow);
    tell({ tone: 'working', text: `Fetching ${address.trim()}…` });
    const added = await adding;
    setAdding(false);
    if (added.ok) {
      tell({ tone: 'done', text: `Added ${added.value.title} with ${articlesInWords(added.value.articles, locales)}.` });
      return true;
    }
    const { failure } = added;
    const host = failure.kind === 'no-permission' ? failure.detail : undefined;
    tell({
      tone: 'failed',
      text: sentenceFor(failure),
      action: host === undefined ? undefined : { label: `Allow ${host}`, onPress: () => void add(address, host) },
    });
    return false;
  };

  const refresh = async (source?: ListedSource) => {
    const ids = source ? [source.id] : live.state === 'ready' ? live.value.map(({ id }) => id) : [];
    setFetching((others) => new Set([...others, ...ids]));
    const refreshed = await sources.refresh(source);
    setFetching((others) => new Set([...others].filter((id) => !ids.includes(id))));
    if (!refreshed.ok) {
      tellFailure(refreshed.failure);
      return;
    }
    const { newArticles, failed } = refreshed.value;
    const brought = newArticles === 0 ? 'Nothing new' : articlesInWords(newArticles, locales, 'new');
    const left = failed === 0 ? '' : ` ${failed === 1 ? 'One source' : `${failed} sources`} could not be fetched.`;
    tell({ tone: 'done', text: `${brought} from ${source?.title ?? 'your sources'}.${left}` });
  };

  const remove = async (source: ListedSource) => {
    const removed = await sources.remove([source.id]);
    if (!removed.ok) {
      tellFailure(removed.failure);
      return;
    }
    tell({ tone: 'done', text: `Removed ${source.title}.`, action: { label: 'Undo', onPress: () => void restore(source) } });
  };

  const restore = async (source: ListedSource) => {
    const restored = await sources.restore([source.id]);
    if (!restored.ok) {
      tellFailure(restored.failure);
      return;
    }
    tell({
      tone: 'done',
      text: restored.value ? `${source.title} is back.` : `${source.title} is gone for good by now. Add it again by its address.`,
    });
  };

  return (
    <>
      <AddSourceForm isBusy={isAdding} onAdd={add} />
      <NoticeLine notice={notice} />
      <LiveList
        live={live}
        empty={
          <Empty said="Your sources will be listed here.">
            <p>Type the address of an outlet you read and press Add. Its reports then appear on the cards of the names they mention.</p>
          </Empty>
        }
      >
        {(list) => (
          <>
            <SourceTable
              sources={list}
              fetching={fetching}
              now={now()}
              locales={locales}
              onRefresh={(source) => void refresh(source)}
              onRemove={(source) => void remove(source)}
            />
            <div className="table-foot">
              <span>{summaryOf(list, locales)}</span>
              <button type="button" className="quiet" onClick={() => void refresh()}>Refresh all</button>
            </div>
          </>
        )}
      </LiveList>
    </>
  );
}

function summaryOf(sources: readonly ListedSource[], locales: readonly string[]): string {
  const articles = sources.reduce((sum, source) => sum + source.articles, 0);
  return `${sources.length === 1 ? '1 source' : `${sources.length} sources`} · ${articlesInWords(articles, locales)}`;
}
