import { succeed, type Result } from '../errors/failure';
import { arrivedArticles } from '../feeds/arrived-articles';
import { boundedId } from '../model/address';
import type { Source } from '../model/source';
import { findFeed, previewOf, titleOf, type FeedPreview, type FoundFeed } from './find-feed';
import type { RefreshPorts } from './refresh-sources';
import { afterSuccess, freshState } from './source-states';

export interface AddPorts extends RefreshPorts {
  /** What was just shown to the reader, by what was typed, so that it is not fetched twice. */
  readonly found: Map<string, FoundFeed>;
}

export interface AddedSource {
  readonly source: Source;
  readonly articles: number;
}

/** Shows what there is at an address, and keeps nothing. */
export async function previewSource(typed: string, ports: AddPorts): Promise<Result<FeedPreview>> {
  const found = await findFeed(typed, ports);
  if (!found.ok) return found;
  // One is enough: a reader looks at one preview.
  ports.found.clear();
  ports.found.set(found.value.url, found.value);
  return succeed(previewOf(found.value));
}

/** Fetches what the reader typed, a feed or a page that announces one, and keeps it as a source with its articles. */
export async function addSource(typed: string, ports: AddPorts): Promise<Result<AddedSource>> {
  const seen = ports.found.get(typed);
  ports.found.clear();
  const found = seen ? succeed(seen) : await findFeed(typed, ports);
  if (!found.ok) return found;
  const { url, feed, response, isWhole } = found.value;
  const now = ports.now();
  const source = await ports.sources.add({ id: boundedId(url), url, title: titleOf(feed, url), link: feed.link, added: now });
  const { added } = await ports.articles.store(source, arrivedArticles(feed, source));
  const moment = { now, chance: ports.chance() };
  await ports.sources.saveState(afterSuccess(freshState(source), { answer: response, feed, isWhole, newArticles: added, ...moment }));
  return succeed({ source, articles: added });
}
