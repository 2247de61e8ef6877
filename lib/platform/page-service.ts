import { succeed } from '../errors/failure';
import type { Failure, Result } from '../errors/failure';
import type { NamedFeed } from '../feeds/discover-feeds';
import { createClient } from '../messaging/client';
import type { Client } from '../messaging/client';
import { tabProtocol } from '../messaging/protocol';
import type { BackgroundProtocol } from '../messaging/protocol';
import type { FeedPreview } from '../messaging/source-protocol';
import { addressesOfHost } from '../model/address';
import { sitePattern } from '../settings/sites';
import { requestSourceHosts } from './site-permissions';
import { tabTransport } from './tab-transport';
import type { OpenTab } from './tabs';
import { forgetWantedFeed, noteWantedFeed, takeWantedFeed } from './wanted-feed';
import { watchCurrentTab } from './watch-current-tab';

/** The page in front, for the popup and the panel. */
export function createPageService(ask: Client<BackgroundProtocol>) {
  const askTab = (tabId: number) => createClient(tabProtocol, tabTransport(tabId));
  return {
    watchTab: (listener: (tab: Result<OpenTab | undefined>) => void) => watchCurrentTab((tab) => listener(succeed(tab))),
    report: (tabId: number) => askTab(tabId)('report-page', {}),
    reveal: async (tabId: number, entity: string) => outcomeOf(await askTab(tabId)('reveal-entity', { entity })),
    async findFeeds(tabId: number): Promise<Result<NamedFeed[]>> {
      const found = await ask('find-feeds', { tabId });
      return found.state === 'found' ? succeed(found.feeds) : { ok: false, failure: found.failure };
    },
    async previewFeed(url: string, alsoAllow?: string): Promise<Result<FeedPreview>> {
      const addresses = [url, ...(alsoAllow === undefined ? [] : addressesOfHost(alsoAllow))];
      const asking = requestSourceHosts(addresses.flatMap((address) => sitePattern(address) ?? []));
      // The popup may be gone before there is an answer.
      await noteWantedFeed(url);
      // Whether the reader agreed, the fetch will find out.
      await asking.catch(() => false);
      const seen = await ask('preview-source', { url });
      await forgetWantedFeed();
      return seen.state === 'found' ? succeed(seen.preview) : { ok: false, failure: seen.failure };
    },
    wantedFeed: takeWantedFeed,
    async followFeed(url: string): Promise<Result<{ title: string }>> {
      const added = await ask('add-source', { url });
      return added.state === 'added' ? succeed(added) : { ok: false, failure: added.failure };
    },
    annotateOnce: async (tabId: number) => outcomeOf(await ask('annotate-once', { tabId })),
  };
}

type Reply = { readonly state: 'done' } | { readonly state: 'failed'; readonly failure: Failure };

function outcomeOf(reply: Reply): Result<undefined> {
  return reply.state === 'done' ? succeed(undefined) : { ok: false, failure: reply.failure };
}
