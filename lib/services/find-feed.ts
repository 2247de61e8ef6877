import { fail, succeed, type Failure, type Result } from '../errors/failure';
import { arrivedArticles } from '../feeds/arrived-articles';
import { discoverFeeds, isAside, type NamedFeed } from '../feeds/discover-feeds';
import { outletName } from '../feeds/outlet-name';
import { parseFeed } from '../feeds/parse-feed';
import type { ParsedFeed } from '../feeds/parsed-feed';
import { typedAddress, unencryptedAddress } from '../feeds/typed-address';
import { wellKnownFeeds } from '../feeds/well-known-paths';
import { feedKey } from '../model/address';
import { limits } from '../model/limits';
import type { Source } from '../model/source';
import { fetchFeed, hostOf, type FetchedResponse, type FetchPorts } from './fetch-feed';
import { contentTypeOf } from './source-states';

/** A page may announce dozens; a reader wants an answer. */
const mostCandidates = 5;
const mostOthers = 20;
const previewedArticles = 5;

export interface FindPorts extends FetchPorts {
  readonly sources: { list(): Promise<readonly Source[]> };
}

export interface FoundFeed {
  /** Where the feed is for good. */
  readonly url: string;
  /** Where it came from, to read its links by. */
  readonly feed: ParsedFeed;
  readonly response: FetchedResponse;
  readonly isWhole: boolean;
  /** The other feeds that the site names. */
  readonly others: readonly NamedFeed[];
}

/** What a reader sees of a feed before it is a source. */
export interface FeedPreview {
  readonly url: string;
  readonly title: string;
  readonly link?: string;
  readonly articles: number;
  readonly newest: readonly { readonly title: string; readonly published?: string }[];
  readonly others: readonly NamedFeed[];
}

/** The feed at the address that a reader typed, or of the site there. Nothing is kept. */
export async function findFeed(typed: string, ports: FindPorts): Promise<Result<FoundFeed>> {
  const address = typedAddress(typed);
  if (address === undefined) return fail('not-an-address');
  const known = new Set((await ports.sources.list()).map(({ url }) => typedKey(url)));
  if (known.has(typedKey(address))) return fail('already-there');
  const found = await searchEither(address, unencryptedAddress(typed), ports);
  return found.ok && known.has(typedKey(found.value.url)) ? fail('already-there') : found;
}

/** Who types an address does not mean another feed by `www.`; lists of feeds have both at times. */
function typedKey(address: string): string {
  return feedKey(address).replace(/^www\./, '');
}

export function previewOf({ url, feed, others }: FoundFeed): FeedPreview {
  const arrived = arrivedArticles(feed, { url, title: feed.title });
  const newest = arrived
    .map(({ article: { title, published } }) => ({ title, published }))
    .sort((one, other) => (other.published ?? '').localeCompare(one.published ?? ''));
  return {
    url,
    title: titleOf(feed, url),
    link: feed.link,
    articles: arrived.length,
    newest: newest.slice(0, previewedArticles),
    others: others.slice(0, mostOthers),
  };
}

/** What cards call the outlet unless the reader renames it: as its feed does, else after its host. */
export function titleOf(feed: ParsedFeed, url: string): string {
  return (outletName(feed.title, url) || hostOf(url)).slice(0, limits.outletLength).replace(/[\ud800-\udbff]$/, '');
}

/** Few sites are without encryption by now, so they are tried last, and what failed first is what the reader hears of. */
async function searchEither(address: string, unencrypted: string | undefined, ports: FindPorts): Promise<Result<FoundFeed>> {
  const found = await search(address, ports);
  if (found.ok || found.failure.kind !== 'unreachable' || unencrypted === undefined) return found;
  const old = await search(unencrypted, ports);
  return old.ok ? old : found;
}

async function search(address: string, ports: FindPorts): Promise<Result<FoundFeed>> {
  const first = await tryAddress(address, ports);
  if (first.kind === 'feed') return succeed(first.found);
  if (first.kind === 'failed') {
    const { failure } = first;
    return hasRefusedSite(address, failure) ? lookAround(address, { ...ports, failure, tried: [] }) : { ok: false, failure };
  }
  const { announced } = first;
  let failure: Failure = { kind: 'not-a-feed' };
  for (const candidate of announced.slice(0, mostCandidates)) {
    // The feed of the site itself waits for the reader's word; one of comments is not what is meant instead of it.
    if (failure.kind === 'no-permission' && isAside(candidate)) break;
    const next = await tryAddress(candidate.url, ports);
    if (next.kind === 'feed') return succeed({ ...next.found, others: announced.filter(({ url }) => url !== candidate.url) });
    // What the reader can allow is worth more to know than what is dead.
    if (next.kind === 'failed' && failure.kind !== 'no-permission') failure = next.failure;
  }
  // A stylesheet or a picture was a mistake, and no reason to look around.
  const isPage = announced.length > 0 || /html/i.test(first.contentType ?? 'html');
  if (failure.kind === 'no-permission' || !isPage) return { ok: false, failure };
  return lookAround(first.url, { ...ports, failure, tried: announced.slice(0, mostCandidates).map(({ url }) => url) });
}

/** The front page of a site that is not for us; feeds are for programs. A host that is busy is left alone. */
function hasRefusedSite(address: string, { kind, detail = '' }: Failure): boolean {
  return kind === 'refused' && ['401', '403', '404', '406'].includes(detail) && new URL(address).pathname === '/';
}

/** In the usual places of the site, but for what was tried already. */
async function lookAround(site: string, { failure, tried, ...ports }: FindPorts & { readonly failure: Failure; readonly tried: readonly string[] }): Promise<Result<FoundFeed>> {
  for (const url of wellKnownFeeds(site).filter((guess) => !tried.includes(guess))) {
    const next = await tryAddress(url, ports);
    if (next.kind === 'feed') return succeed(next.found);
    // What is refused here was only a guess, but a host that cannot be asked will not answer the next guess either.
    if (next.kind === 'failed' && next.failure.kind !== 'refused') break;
  }
  return { ok: false, failure };
}

type Attempt =
  | { readonly kind: 'feed'; readonly found: FoundFeed }
  | { readonly kind: 'page'; readonly announced: readonly NamedFeed[]; readonly url: string; readonly contentType?: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

async function tryAddress(address: string, ports: FindPorts): Promise<Attempt> {
  const fetched = await fetchFeed({ url: address }, ports, ({ bytes, url, response }) => {
    const contentType = contentTypeOf(response);
    const parsed = parseFeed(bytes, { url, contentType, now: ports.now() });
    return parsed.ok ? { feed: parsed.value } : { announced: discoverFeeds(bytes, { url, contentType }), contentType };
  });
  if (!fetched.ok) return { kind: 'failed', failure: fetched.failure };
  const { value } = fetched;
  if (value.state === 'turned-away') return { kind: 'failed', failure: value.failure };
  // Nothing was asked on a condition, so "unchanged" is an answer to nothing.
  if (value.state === 'unchanged') return { kind: 'failed', failure: { kind: 'refused', detail: '304' } };
  const { response, isWhole, read, url, movedTo = address } = value;
  if (read.feed) return { kind: 'feed', found: { url: movedTo, feed: read.feed, response, isWhole, others: [] } };
  return { kind: 'page', url, announced: read.announced, contentType: read.contentType };
}
