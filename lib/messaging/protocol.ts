import { z } from '../model/z';
import { doneReplySchema } from './done-or-failed';
import type { shownEntitySchema } from './annotator-protocol';
import type { tabProtocol } from './content-protocol';
import { coverageProtocol } from './coverage-protocol';
import { lossProtocol } from './loss-protocol';
import { pageProtocol } from './page-protocol';
import { panelProtocol } from './panel-protocol';
import { readerProtocol } from './reader-protocol';
import { sourceProtocol } from './source-protocol';

export { tabProtocol } from './content-protocol';

/** Requests to the background that no page waits for to be annotated. Who sends one stands beside it. */
export const workProtocol = {
  ...coverageProtocol,
  ...panelProtocol,
  ...readerProtocol,
  ...sourceProtocol,
  ...lossProtocol,
  /** Options page: a pack or a coverage file was imported; articles must be linked anew. Replies when all are. */
  'knowledge-changed': {
    request: z.object({}),
    reply: doneReplySchema,
  },
  /** Popup, context menu: annotate the page in this tab, this once. The reader's click granted `activeTab`. */
  'annotate-once': {
    request: z.object({ tabId: z.int() }),
    reply: doneReplySchema,
  },
  /** Popup, options page: the sites that are switched on have changed; follow that in open tabs. */
  'sites-changed': { request: z.object({}), reply: doneReplySchema },
} as const;

/** All requests to the background, each with the replies it may get. */
export const backgroundProtocol = { ...pageProtocol, ...workProtocol } as const;

export type Protocol = Record<string, { readonly request: z.ZodMiniType; readonly reply: z.ZodMiniType }>;
export type BackgroundProtocol = typeof backgroundProtocol;
export type TabProtocol = typeof tabProtocol;

export type Request<P extends Protocol, K extends keyof P> = z.infer<P[K]['request']>;
export type Reply<P extends Protocol, K extends keyof P> = z.infer<P[K]['reply']>;

export type ShownEntity = z.infer<typeof shownEntitySchema>;
export type PageReport = Reply<TabProtocol, 'report-page'>;
