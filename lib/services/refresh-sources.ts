import { fail, succeed, type Failure, type Result } from '../errors/failure';
import { arrivedArticles, type ArrivedArticle } from '../feeds/arrived-articles';
import { nextFetchAfterFailure } from '../feeds/fetch-rules';
import { parseFeed } from '../feeds/parse-feed';
import type { ParsedFeed } from '../feeds/parsed-feed';
import { byHost, hostsLeftAlone, planFetches, type PlannedHost } from '../feeds/plan-fetches';
import type { SourceState } from '../feeds/source-state';
import type { Source } from '../model/source';
import { fetchFeed, hostOf, type FetchedBody, type FetchPorts } from './fetch-feed';
import { afterFailure, afterSuccess, claimed, contentTypeOf, freshState, leftAlone } from './source-states';

/** How many hosts are asked at the same time. One host is never asked twice at once. */
const hostsAtOnce = 6;
/** So many failures of a kind that is the host's fault, one after the other, and the rest of its sources waits. */
const mostHostFailures = 2;
/** Where so many hosts are asked and none is there, it is the line of this machine that is not. */
const hostsOfNoLine = 3;

export interface StoredArticles {
  readonly added: number;
  readonly updated: number;
}

export interface SourceStore {
  list(): Promise<readonly Source[]>;
  /** Of every source that was fetched before, in any order. */
  states(): Promise<readonly SourceState[]>;
  state(sourceId: string): Promise<SourceState | undefined>;
  /**
   * Returns it as it is kept: under the id that its address has already, or one of its own where another source has that id.
   */
  add(source: Source): Promise<Source>;
  saveState(state: SourceState): Promise<void>;
  /** Saves it if the source is still due when `nextFetch` says, or still never asked; else somebody else has just asked it. */
  claim(state: SourceState, nextFetch: string | undefined): Promise<boolean>;
  /**
   * Gives the source another address. `taken` where another source has it, `later` where one has it that was removed and
   * may still come back.
   */
  move(sourceId: string, url: string): Promise<'moved' | 'taken' | 'later'>;
}

export interface ArticleSink {
  /** Stores what is new and what changed, all or nothing. Articles of the same id, or guid within the source, are one. */
  store(source: Source, articles: readonly ArrivedArticle[]): Promise<StoredArticles>;
}

export interface RefreshPorts extends FetchPorts {
  readonly sources: SourceStore;
  readonly articles: ArticleSink;
  /** From 0 to 1; `Math.random` fits. */
  readonly chance: () => number;
  /** False where the machine says that it has no line; what stands on itself can be reached all the same. */
  readonly isOnline?: () => boolean;
}

export interface RefreshedSource {
  readonly sourceId: string;
  readonly newArticles: number;
  readonly failure?: Failure;
}

export interface RefreshedRound {
  readonly refreshed: readonly RefreshedSource[];
  /** How many more are due, for another round soon. */
  readonly left: number;
}

/**
 * Refreshes what is due, or these sources whether due or not. Several hosts at once, one request at a time for each.
 * Each source is noted as asked before it is: if the background dies meanwhile, it waits as after a failure.
 */
export async function refreshSources(ports: RefreshPorts, ids?: readonly string[]): Promise<RefreshedRound> {
  const [sources, states] = await Promise.all([ports.sources.list(), ports.sources.states()]);
  const facts = { sources, states, now: ports.now() };
  const wanted = new Set(ids);
  const plan = ids ? { hosts: byHost(sources.filter(({ id }) => wanted.has(id))), left: 0 } : planFetches(facts);
  const plannedFor = new Map(states.map(({ sourceId, nextFetch }) => [sourceId, nextFetch]));
  for (const [host, until] of hostsLeftAlone(facts)) await ports.hosts.leaveAlone(host, until);
  const round: Round = { ports, isForced: ids !== undefined, plannedFor, silent: [], isAnswered: false };
  const queues = [...plan.hosts];
  const refreshed: RefreshedSource[] = [];
  const workers = Array.from({ length: Math.min(hostsAtOnce, queues.length) }, async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      refreshed.push(...(await refreshHost(queue, round)));
    }
  });
  await Promise.all(workers);
  await forgiveSilence(round);
  return { refreshed, left: plan.left };
}

/**
 * What no host can be blamed for counts as no failure of any: a machine that is on its way finds every host silent, and
 * would wait for all of them when it is back.
 */
async function forgiveSilence({ ports, silent, isAnswered }: Round): Promise<void> {
  const hosts = new Set(silent.map(({ host }) => host)).size;
  if (isAnswered || (hosts < hostsOfNoLine && ports.isOnline?.() !== false)) return;
  for (const { before } of silent) {
    const nextFetch = nextFetchAfterFailure({ now: ports.now(), chance: ports.chance(), failuresInRow: 1, schedule: before.schedule });
    await ports.sources.saveState({ ...before, nextFetch });
  }
}

interface Round {
  readonly ports: RefreshPorts;
  /** The reader asked for it: what is not due is fetched too. */
  readonly isForced: boolean;
  /** When each source was due as the round began. */
  readonly plannedFor: ReadonlyMap<string, string>;
  /** Sources of hosts that were not there, as they were before. */
  readonly silent: { readonly host: string; readonly before: SourceState }[];
  /** Some host was there, whatever it said. */
  isAnswered: boolean;
}

/** Once a host asks to be left alone for a while, or keeps failing, that goes for all of its sources. */
async function refreshHost({ host, sources }: PlannedHost, round: Round): Promise<RefreshedSource[]> {
  const { ports } = round;
  const refreshed: RefreshedSource[] = [];
  let failures = 0;
  for (const source of sources) {
    const stored = await ports.sources.state(source.id);
    const before = stored ?? freshState(source);
    const until = ports.hosts.leftAloneUntil(host);
    const now = ports.now();
    if (until > now) {
      await ports.sources.saveState(leftAlone(before, { host, until }));
      refreshed.push({ sourceId: source.id, newArticles: 0, failure: { kind: 'asked-to-wait', detail: host } });
      continue;
    }
    // Another round was faster, or the reader.
    if (!round.isForced && round.plannedFor.get(source.id) !== stored?.nextFetch) continue;
    const asked = claimed(before, { now, chance: ports.chance() });
    if (failures >= mostHostFailures) {
      await ports.sources.saveState({ ...before, nextFetch: asked.nextFetch });
      continue;
    }
    if (!(await ports.sources.claim(asked, stored?.nextFetch))) continue;
    const { state, outcome } = await refreshSource(source, before, ports);
    await ports.sources.saveState(state);
    if (state.hostNotBefore !== undefined) await ports.hosts.leaveAlone(state.busyHost ?? host, state.hostNotBefore);
    failures = outcome.failure && isFaultOfHost(outcome.failure) ? failures + 1 : 0;
    refreshed.push(outcome);
    if (outcome.failure?.kind === 'unreachable') round.silent.push({ host, before });
    else if (outcome.failure?.kind !== 'no-permission') round.isAnswered = true;
  }
  return refreshed;
}

function isFaultOfHost({ kind, detail = '' }: Failure): boolean {
  return kind === 'unreachable' || kind === 'too-slow' || (kind === 'refused' && detail.startsWith('5'));
}

/** Fetches one source and stores what it brought; what became of it is its new state, success or not. */
async function refreshSource(
  source: Source,
  before: SourceState,
  ports: RefreshPorts,
): Promise<{ readonly state: SourceState; readonly outcome: RefreshedSource }> {
  const { id: sourceId } = source;
  const { etag, lastModified } = before;
  const fetched = await fetchFeed({ url: source.url, etag, lastModified }, ports, async (body) => {
    const read = readArrived(body, source, ports.now());
    return read.ok ? succeed({ feed: read.value.feed, ...(await ports.articles.store(source, read.value.articles)) }) : read;
  });
  const moment = { now: ports.now(), chance: ports.chance() };
  const failed = (failure: Failure, from?: Pick<FetchedBody, 'response' | 'url'>) => ({
    state: afterFailure(before, { failure, answer: from?.response, host: hostOf(from?.url ?? source.url), ...moment }),
    outcome: { sourceId, newArticles: 0, failure },
  });
  if (!fetched.ok) {
    const { failure } = fetched;
    if (failure.kind !== 'asked-to-wait') return failed(failure);
    // It was sent on to a host that wants to be left alone, and nothing went wrong.
    const host = failure.detail ?? '';
    return { state: leftAlone(before, { host, until: ports.hosts.leftAloneUntil(host) }), outcome: { sourceId, newArticles: 0, failure } };
  }
  const { value } = fetched;
  if (value.state === 'turned-away') return failed(value.failure, value);
  // "Unchanged" is no answer to somebody who has nothing, and its validators would keep it so.
  const hasNothing = before.lastSuccess === undefined && etag === undefined && lastModified === undefined;
  if (value.state === 'unchanged' && hasNothing) return failed({ kind: 'refused', detail: '304' }, value);
  if (value.state === 'unchanged') {
    const moved = await followMove(source, value, ports);
    return { state: { ...afterSuccess(before, { answer: value.response, ...moment }), ...moved }, outcome: { sourceId, newArticles: 0 } };
  }
  if (!value.read.ok) return failed(value.read.failure);
  const { feed, added } = value.read.value;
  const moved = await followMove(source, value, ports);
  const state = afterSuccess(before, { answer: value.response, feed, isWhole: value.isWhole, newArticles: added, ...moment });
  return { state: { ...state, ...moved }, outcome: { sourceId, newArticles: added } };
}

/** What no reading of feeds foresaw is trouble of this one source: it waits like any that fails, and the others are asked. */
function readArrived(
  { bytes, url, response }: FetchedBody,
  source: Source,
  now: string,
): Result<{ readonly feed: ParsedFeed; readonly articles: readonly ArrivedArticle[] }> {
  try {
    const parsed = parseFeed(bytes, { url, contentType: contentTypeOf(response), now });
    return parsed.ok ? succeed({ feed: parsed.value, articles: arrivedArticles(parsed.value, source) }) : parsed;
  } catch {
    return fail('not-a-feed', 'broken');
  }
}

/** What became of the source's address: it follows a move for good, unless that ends at another source. */
async function followMove(
  source: Source,
  { url, movedTo }: { readonly url: string; readonly movedTo?: string },
  ports: RefreshPorts,
): Promise<Pick<SourceState, 'movedTo' | 'movedFrom' | 'gone'>> {
  const now = url === (movedTo ?? source.url) ? undefined : url;
  if (movedTo === undefined || movedTo === source.url) return { movedTo: now };
  const became = await ports.sources.move(source.id, movedTo);
  if (became === 'moved') return { movedTo: now, movedFrom: source.url };
  // What may come back keeps its address; the next answer tells of the move again.
  return became === 'later' ? { movedTo } : { movedTo, gone: true };
}
