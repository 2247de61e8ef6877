import { fail, succeed, type Failure, type Result } from '../errors/failure';
import { arrivedArticles } from '../feeds/arrived-articles';
import { discoverFeeds } from '../feeds/discover-feeds';
import { parseFeed } from '../feeds/parse-feed';
import type { ParsedFeed } from '../feeds/parsed-feed';
import { typedAddress } from '../feeds/typed-address';
import { addressKey, boundedId } from '../model/address';
import { limits } from '../model/limits';
import type { Source } from '../model/source';
import { fetchFeed, hostOf, type FetchedResponse, type FetchPorts } from './fetch-feed';
import { contentTypeOf, succeeded, type RefreshPorts } from './refresh-sources';

/** A page may announce dozens; a reader wants an answer. */
const mostCandidates = 3;

export interface AddedSource {
  readonly source: Source;
  readonly articles: number;
}

interface FoundFeed {
  readonly url: string;
  readonly feed: ParsedFeed;
  readonly response: FetchedResponse;
}

/** Fetches what the reader typed, a feed or a page that announces one, and keeps it as a source with its articles. */
export async function addSource(typed: string, ports: RefreshPorts): Promise<Result<AddedSource>> {
  const address = typedAddress(typed);
  if (address === undefined) return fail('not-an-address');
  const known = new Set((await ports.sources.list()).map(({ url }) => addressKey(url)));
  if (known.has(addressKey(address))) return fail('already-there');
  const found = await findFeed(address, ports);
  if (!found.ok) return found;
  const { url, feed, response } = found.value;
  if (known.has(addressKey(url))) return fail('already-there');
  const now = ports.now();
  const source: Source = {
    id: boundedId(url),
    url,
    title: (feed.title === '' ? hostOf(url) : feed.title).slice(0, limits.outletLength),
    link: feed.link,
    added: now,
  };
  await ports.sources.add(source);
  const stored = await ports.articles.store(source, arrivedArticles(feed, source));
  const before = { sourceId: source.id, nextFetch: now, failuresInRow: 0 };
  await ports.sources.saveState(succeeded(before, response, { now, chance: ports.chance(), feed }));
  return succeed({ source, articles: stored.added });
}

async function findFeed(address: string, ports: RefreshPorts): Promise<Result<FoundFeed>> {
  const first = await tryAddress(address, ports);
  if (first.kind !== 'page') return first.kind === 'feed' ? succeed(first.found) : { ok: false, failure: first.failure };
  let failure: Failure = { kind: 'not-a-feed' };
  for (const candidate of discoverFeeds(first.bytes, first).slice(0, mostCandidates)) {
    const next = await tryAddress(candidate, ports);
    if (next.kind === 'feed') return succeed(next.found);
    if (next.kind === 'failed') failure = next.failure;
  }
  return { ok: false, failure };
}

type Attempt =
  | { readonly kind: 'feed'; readonly found: FoundFeed }
  | { readonly kind: 'page'; readonly bytes: Uint8Array; readonly url: string; readonly contentType?: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

async function tryAddress(address: string, ports: FetchPorts & { readonly now: () => string }): Promise<Attempt> {
  const fetched = await fetchFeed(address, {}, ports);
  if (!fetched.ok) return { kind: 'failed', failure: fetched.failure };
  const { value } = fetched;
  if (value.state === 'turned-away') return { kind: 'failed', failure: value.failure };
  // Nothing was asked on a condition, so "unchanged" is an answer to nothing.
  if (value.state === 'unchanged') return { kind: 'failed', failure: { kind: 'refused', detail: '304' } };
  const contentType = contentTypeOf(value.response);
  const parsed = parseFeed(value.bytes, { url: value.url, contentType, now: ports.now() });
  if (parsed.ok) return { kind: 'feed', found: { url: address, feed: parsed.value, response: value.response } };
  return { kind: 'page', bytes: value.bytes, url: value.url, contentType };
}
