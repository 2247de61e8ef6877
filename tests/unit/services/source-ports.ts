import type { ArrivedArticle } from '../../../lib/feeds/arrived-articles';
import type { SourceState } from '../../../lib/feeds/source-state';
import type { Source } from '../../../lib/model/source';
import type { AddPorts } from '../../../lib/services/add-source';
import type { Fetch, FetchedResponse } from '../../../lib/services/fetch-feed';
import { createBodyRoom } from '../../../lib/services/body-room';
import { createHostTurns } from '../../../lib/services/host-turns';

export const now = '2018-01-01T00:00:00Z';

export const feedOf = (...titles: string[]): string =>
  `<rss version="2.0"><channel><title>The Herald</title>${titles
    .map((title, index) => `<item><title>${title}</title><link>https://news.example/${index}</link></item>`)
    .join('')}</channel></rss>`;

export function sourceAt(url: string): Source {
  return { id: url, url, title: 'The Herald', added: '2017-01-01T00:00:00Z' };
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly url?: string;
}

export function response({ status = 200, headers = {}, body = '', url = '' }: Answer): FetchedResponse {
  const standard = new Response(status === 304 ? null : body, { status, headers });
  return { status, url, headers: standard.headers, body: standard.body };
}

/** Ports over plain arrays; `web` answers requests, by default with nothing there. */
export function createPorts(web: Record<string, Answer | (() => Promise<FetchedResponse>)> = {}, kept: readonly Source[] = []) {
  const sources = [...kept];
  const states = new Map<string, SourceState>();
  const stored: ArrivedArticle[] = [];
  const requests: { url: string; options: Parameters<Fetch>[1] }[] = [];
  const ports: AddPorts = {
    found: new Map(),
    bodies: createBodyRoom(),
    hosts: createHostTurns(() => Promise.resolve()),
    fetch: (url, options) => {
      requests.push({ url, options });
      const answer = web[url];
      if (answer === undefined) return Promise.reject(new TypeError('Failed to fetch'));
      return typeof answer === 'function' ? answer() : Promise.resolve(response(answer));
    },
    deadline: () => new AbortController().signal,
    now: () => now,
    chance: () => 0,
    sources: {
      list: () => Promise.resolve(sources),
      states: () => Promise.resolve([...states.values()]),
      state: (id) => Promise.resolve(states.get(id)),
      claim: (state, nextFetch) => {
        const isFree = states.get(state.sourceId)?.nextFetch === nextFetch;
        if (isFree) states.set(state.sourceId, state);
        return Promise.resolve(isFree);
      },
      move: (id, url) => {
        const at = sources.findIndex((source) => source.id === id);
        const [source] = sources.slice(at, at + 1);
        if (!source || sources.some((other) => other.url === url)) return Promise.resolve('taken' as const);
        sources[at] = { ...source, url };
        return Promise.resolve('moved' as const);
      },
      add: (source) => {
        sources.push(source);
        return Promise.resolve(source);
      },
      saveState: (state) => {
        states.set(state.sourceId, state);
        return Promise.resolve();
      },
    },
    articles: {
      store: (_source, articles) => {
        const known = new Set(stored.map(({ article }) => article.id));
        const fresh = articles.filter(({ article }) => !known.has(article.id));
        stored.push(...fresh);
        return Promise.resolve({ added: fresh.length, updated: 0 });
      },
    },
  };
  return { ports, sources, states, stored, requests };
}
