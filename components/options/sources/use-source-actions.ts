import { useState } from 'react';
import { useNotice } from '../../forms/use-notice';
import type { ListedSource, SourceSettings } from '../../services';
import { useOptionsServices } from '../../services-context';
import { articlesInWords, sourcesInWords } from '../count-words';

/** What can be done with sources that are there, and the line that says what came of it. */
export function useSourceActions() {
  const { sources, locales } = useOptionsServices();
  const { notice, tell, tellFailure } = useNotice();
  const [fetching, setFetching] = useState<ReadonlySet<string>>(new Set());

  const refresh = async (chosen: readonly ListedSource[]) => {
    const ids = chosen.map(({ id }) => id);
    setFetching((others) => new Set([...others, ...ids]));
    const refreshing = sources.refresh(chosen);
    if (ids.length > 1) tell({ tone: 'working', text: `Fetching ${sourcesInWords(ids.length, locales)}, one after the other…` });
    const refreshed = await refreshing;
    setFetching((others) => new Set([...others].filter((id) => !ids.includes(id))));
    if (!refreshed.ok) {
      tellFailure(refreshed.failure);
      return;
    }
    const { newArticles, failed } = refreshed.value;
    const brought = newArticles === 0 ? 'Nothing new' : articlesInWords(newArticles, locales, 'new');
    const left = failed === 0 ? '' : ` ${failed === 1 ? 'One source' : `${failed} sources`} could not be fetched.`;
    const [only] = chosen;
    if (only && chosen.length === 1 && failed > 0) {
      tell({ tone: 'done', text: `${only.title} could not be fetched. Its health says why, and what to do.` });
      return;
    }
    tell({ tone: 'done', text: `${brought} from ${only && chosen.length === 1 ? only.title : 'your sources'}.${left}` });
  };

  const remove = async (ids: readonly string[], name: string) => {
    const removed = await sources.remove(ids);
    if (!removed.ok) {
      tellFailure(removed.failure);
      return;
    }
    tell({ tone: 'done', text: `Removed ${name}.`, action: { label: 'Undo', key: 'undo', onPress: () => void restore(ids, name) } });
  };

  const restore = async (ids: readonly string[], name: string) => {
    const restored = await sources.restore(ids);
    if (!restored.ok) {
      tellFailure(restored.failure);
      return;
    }
    const isOne = ids.length === 1;
    const gone = `${name} ${isOne ? 'is' : 'are'} gone for good by now. Add ${isOne ? 'it again by its address' : 'them again'}.`;
    tell({ tone: 'done', text: restored.value ? `${name} ${isOne ? 'is' : 'are'} back.` : gone });
  };

  const change = async (source: ListedSource, changes: Partial<SourceSettings>, pageSites?: readonly string[]) => {
    const changed = await sources.change(source, changes, pageSites);
    const { keepDays, title = source.title } = changes;
    if (!changed.ok) {
      tellFailure(changed.failure);
    } else if (keepDays === undefined || keepDays >= (source.keepDays ?? Infinity)) {
      tell({ tone: 'done', text: `Kept for ${title}.` });
    } else {
      const text = `What ${title} reported more than ${keepDays} days ago goes within five minutes, unless you saved it.`;
      tell({ tone: 'done', text, action: { label: 'Undo', key: 'undo', onPress: () => void keepAsBefore(source) } });
    }
  };

  const keepAsBefore = async (source: ListedSource) => {
    const changed = await sources.change(source, { keepDays: source.keepDays });
    if (!changed.ok) tellFailure(changed.failure);
    else tell({ tone: 'done', text: 'As before. Nothing more is given up.' });
  };

  return { notice, tell, tellFailure, fetching, refresh, remove, change };
}
