import type { Failure } from '../errors/failure';
import { arrivedArticles, type ArrivedArticle } from '../feeds/arrived-articles';
import { articlesPerWeek, maxAge, nextFetchAfterFailure, nextFetchAfterSuccess, retryAfter } from '../feeds/fetch-rules';
import { parseFeed } from '../feeds/parse-feed';
import type { ParsedFeed } from '../feeds/parsed-feed';
import type { SourceState } from '../feeds/source-state';
import type { Source } from '../model/source';
import { fetchFeed, hostOf, type FetchedResponse, type FetchPorts } from './fetch-feed';

/** How many hosts are asked at the same time. One host is never asked twice at once. */
const hostsAtOnce = 6;

export interface StoredArticles {
  readonly added: number;
  readonly updated: number;
}

export interface SourceStore {
  list(): Promise<readonly Source[]>;
  /** Of every source that was fetched before, in any order. */
  states(): Promise<readonly SourceState[]>;
  add(source: Source): Promise<void>;
  saveState(state: SourceState): Promise<void>;
}

export interface ArticleSink {
  /** Stores what is new and what changed, all or nothing. Articles of the same id, or guid within the source, are one. */
  store(source: Source, articles: readonly ArrivedArticle[]): Promise<StoredArticles>;
}

export interface RefreshPorts extends FetchPorts {
  readonly sources: SourceStore;
  readonly articles: ArticleSink;
  /** The time now, ISO 8601 in UTC. */
  readonly now: () => string;
  /** From 0 to 1; `Math.random` fits. */
  readonly chance: () => number;
}

export interface RefreshedSource {
  readonly sourceId: string;
  readonly newArticles: number;
  readonly failure?: Failure;
}

/** Sources whose time has come, the longest overdue first. Those never fetched come before all; those that are gone never. */
export function pickDueSources(sources: readonly Source[], states: readonly SourceState[], now: string): Source[] {
  const stateOf = new Map(states.map((state) => [state.sourceId, state]));
  const dueAt = (source: Source): string => stateOf.get(source.id)?.nextFetch ?? '';
  return sources
    .filter((source) => stateOf.get(source.id)?.gone !== true && dueAt(source) <= now)
    .sort((one, other) => (dueAt(one) < dueAt(other) ? -1 : 1));
}

/** Refreshes what is due, or these sources whether due or not. Several hosts at once, one request at a time for each. */
export async function refreshSources(ports: RefreshPorts, ids?: readonly string[]): Promise<RefreshedSource[]> {
  const [all, states] = await Promise.all([ports.sources.list(), ports.sources.states()]);
  const chosen = ids ? all.filter((source) => ids.includes(source.id)) : pickDueSources(all, states, ports.now());
  const stateOf = new Map(states.map((state) => [state.sourceId, state]));
  const queues = byHost(chosen);
  const refreshed: RefreshedSource[] = [];
  const workers = Array.from({ length: Math.min(hostsAtOnce, queues.length) }, async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      refreshed.push(...(await refreshHost(queue, stateOf, ports)));
    }
  });
  await Promise.all(workers);
  return refreshed;
}

function byHost(sources: readonly Source[]): Source[][] {
  const queues = new Map<string, Source[]>();
  for (const source of sources) {
    const host = hostOf(source.url);
    const queue = queues.get(host);
    if (queue) queue.push(source);
    else queues.set(host, [source]);
  }
  return [...queues.values()];
}

/** Once a host asks to be left alone for a while, that goes for all of its sources. */
async function refreshHost(
  queue: readonly Source[],
  stateOf: ReadonlyMap<string, SourceState>,
  ports: RefreshPorts,
): Promise<RefreshedSource[]> {
  const refreshed: RefreshedSource[] = [];
  let notBefore: string | undefined;
  for (const source of queue) {
    const state = stateOf.get(source.id);
    if (notBefore !== undefined) {
      await ports.sources.saveState({ ...(state ?? freshState(source)), nextFetch: notBefore });
      continue;
    }
    const outcome = await refreshSource(source, state, ports);
    notBefore = outcome.hostNotBefore;
    refreshed.push(outcome.refreshed);
  }
  return refreshed;
}

/** Fetches one source and stores what it brought; what became of it is saved as its state, success or not. */
async function refreshSource(
  source: Source,
  state: SourceState | undefined,
  ports: RefreshPorts,
): Promise<{ readonly refreshed: RefreshedSource; readonly hostNotBefore?: string }> {
  const before = state ?? freshState(source);
  const fetched = await fetchFeed(source.url, before, ports);
  const now = ports.now();
  if (!fetched.ok) return failed(before, fetched, ports);
  const { value } = fetched;
  if (value.state === 'turned-away') return failed(before, value, ports);
  if (value.state === 'unchanged') {
    await ports.sources.saveState(succeeded(before, value.response, { now, chance: ports.chance() }));
    return { refreshed: { sourceId: source.id, newArticles: 0 } };
  }
  const parsed = parseFeed(value.bytes, { url: value.url, contentType: contentTypeOf(value.response), now });
  if (!parsed.ok) return failed(before, parsed, ports);
  const stored = await ports.articles.store(source, arrivedArticles(parsed.value, source));
  const movedTo = value.url === source.url ? undefined : value.url;
  const next = succeeded(before, value.response, { now, chance: ports.chance(), feed: parsed.value });
  await ports.sources.saveState({ ...next, movedTo });
  return { refreshed: { sourceId: source.id, newArticles: stored.added } };
}

async function failed(
  before: SourceState,
  { failure, response }: { readonly failure: Failure; readonly response?: FetchedResponse },
  ports: RefreshPorts,
): Promise<{ readonly refreshed: RefreshedSource; readonly hostNotBefore?: string }> {
  const now = ports.now();
  const hostNotBefore = retryAfter(response?.headers.get('retry-after') ?? null, now);
  const failuresInRow = before.failuresInRow + 1;
  await ports.sources.saveState({
    ...before,
    failuresInRow,
    lastFailure: { at: now, kind: failure.kind, detail: failure.detail },
    gone: response?.status === 410 ? true : before.gone,
    nextFetch: nextFetchAfterFailure({ now, chance: ports.chance(), failuresInRow, notBefore: hostNotBefore }),
  });
  return { refreshed: { sourceId: before.sourceId, newArticles: 0, failure }, hostNotBefore };
}

/** A 304 may bring new validators and keeps those it does not mention; a new body without them has none. */
export function succeeded(
  before: SourceState,
  { headers, status }: FetchedResponse,
  { now, chance, feed }: { readonly now: string; readonly chance: number; readonly feed?: ParsedFeed },
): SourceState {
  const isUnchanged = status === 304;
  const perWeek = feed ? articlesPerWeek(feed, now) : before.articlesPerWeek;
  return {
    sourceId: before.sourceId,
    lastSuccess: now,
    lastFailure: before.lastFailure,
    failuresInRow: 0,
    etag: shortHeader(headers.get('etag')) ?? (isUnchanged ? before.etag : undefined),
    lastModified: shortHeader(headers.get('last-modified')) ?? (isUnchanged ? before.lastModified : undefined),
    movedTo: before.movedTo,
    articlesPerWeek: perWeek,
    nextFetch: nextFetchAfterSuccess({
      now,
      chance,
      articlesPerWeek: perWeek,
      schedule: feed?.schedule,
      maxAgeSeconds: maxAge(headers.get('cache-control')),
    }),
  };
}

function freshState(source: Source): SourceState {
  return { sourceId: source.id, nextFetch: source.added, failuresInRow: 0 };
}

/** Longer ones are no validators but an attempt on our storage. */
function shortHeader(value: string | null): string | undefined {
  return value === null || value === '' || value.length > 1_000 ? undefined : value;
}

export function contentTypeOf(response: FetchedResponse): string | undefined {
  return response.headers.get('content-type') ?? undefined;
}
