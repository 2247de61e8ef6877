import type { Failure, Result } from '../errors/failure';
import type { NamedFeed } from '../feeds/discover-feeds';
import { feedKey } from '../model/address';
import { addSource, previewSource, type AddPorts } from '../services/add-source';
import { refreshSources } from '../services/refresh-sources';
import { forPages } from './for-pages';
import type { Handlers } from './router';
import type { sourceProtocol } from './source-protocol';

interface FailedReply {
  readonly state: 'failed';
  readonly failure: Failure;
}

export interface SourceRequestPorts {
  /** With what is stored, or a reply that says why it cannot be had. */
  readonly use: <Reply>(answer: (ports: AddPorts) => Promise<Reply>) => Promise<Reply | FailedReply>;
  /** Articles came in; they are linked by and by. */
  readonly onArticles: () => void;
  /** Sources were added or changed; those that are due are asked by and by. */
  readonly onSources: () => void;
  readonly feedsOfTab: (tabId: number) => Promise<Result<NamedFeed[]>>;
}

/** Answers what the extension's pages ask about sources. */
export function sourceRequests({ use, onArticles, onSources, feedsOfTab }: SourceRequestPorts): Handlers<typeof sourceProtocol> {
  return {
    'preview-source': forPages(({ url }) =>
      use(async (ports) => {
        const seen = await previewSource(url, ports);
        if (!seen.ok) return failed(seen.failure);
        const { newest, others, ...preview } = seen.value;
        return { state: 'found' as const, preview: { ...preview, newest: [...newest], others: [...others] } };
      }),
    ),
    'add-source': forPages(({ url }) =>
      use(async (ports) => {
        const added = await addSource(url, ports);
        if (!added.ok) return failed(added.failure);
        onArticles();
        const { source, articles } = added.value;
        return { state: 'added' as const, id: source.id, title: source.title, articles };
      }),
    ),
    'refresh-sources': forPages(({ ids }) =>
      use(async (ports) => {
        const { refreshed } = await refreshSources(ports, ids);
        onArticles();
        return {
          state: 'refreshed' as const,
          sources: refreshed.length,
          newArticles: refreshed.reduce((sum, { newArticles }) => sum + newArticles, 0),
          failed: refreshed.filter(({ failure }) => failure).length,
        };
      }),
    ),
    'sources-changed': forPages(() => {
      onSources();
      return Promise.resolve({ state: 'done' as const });
    }),
    'find-feeds': forPages(({ tabId }) =>
      use(async ({ sources }) => {
        const found = await feedsOfTab(tabId);
        if (!found.ok) return failed(found.failure);
        const known = new Set((await sources.list()).map(({ url }) => feedKey(url)));
        return { state: 'found' as const, feeds: found.value.filter(({ url }) => !known.has(feedKey(url))) };
      }),
    ),
  };
}

function failed(failure: Failure): FailedReply {
  return { state: 'failed', failure };
}
