import { succeed } from '../errors/failure';
import type { Failure, Result } from '../errors/failure';
import { createClient } from '../messaging/client';
import type { Client } from '../messaging/client';
import { tabProtocol } from '../messaging/protocol';
import type { BackgroundProtocol } from '../messaging/protocol';
import { tabTransport } from './tab-transport';
import type { OpenTab } from './tabs';
import { watchCurrentTab } from './watch-current-tab';

/** The page in front, for the popup and the panel. */
export function createPageService(ask: Client<BackgroundProtocol>) {
  const askTab = (tabId: number) => createClient(tabProtocol, tabTransport(tabId));
  return {
    watchTab: (listener: (tab: Result<OpenTab | undefined>) => void) => watchCurrentTab((tab) => listener(succeed(tab))),
    report: (tabId: number) => askTab(tabId)('report-page', {}),
    reveal: async (tabId: number, entity: string) => outcomeOf(await askTab(tabId)('reveal-entity', { entity })),
    annotateOnce: async (tabId: number) => outcomeOf(await ask('annotate-once', { tabId })),
  };
}

type Reply = { readonly state: 'done' } | { readonly state: 'failed'; readonly failure: Failure };

function outcomeOf(reply: Reply): Result<undefined> {
  return reply.state === 'done' ? succeed(undefined) : { ok: false, failure: reply.failure };
}
