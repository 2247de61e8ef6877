import { idSchema } from '../model/fields';
import { limits } from '../model/limits';
import { z } from '../model/z';
import { contentProtocol, doneReplySchema, failedSchema } from './content-protocol';
import type { shownEntitySchema, tabProtocol } from './content-protocol';
import { readerProtocol } from './reader-protocol';

export { tabProtocol } from './content-protocol';

/** Requests to the background, each with the replies it may get. Who sends it stands beside it. */
export const backgroundProtocol = {
  ...contentProtocol,
  ...readerProtocol,
  /** Options page: fetch this feed, and keep it as a source if it is one. */
  'add-source': {
    request: z.object({ url: z.string().check(z.maxLength(limits.urlLength)) }),
    reply: z.discriminatedUnion('state', [
      z.object({ state: z.literal('added'), id: idSchema, title: z.string(), articles: z.int() }),
      failedSchema,
    ]),
  },
  /** Options page: fetch these sources now, or all. */
  'refresh-sources': {
    request: z.object({ ids: z.optional(z.array(idSchema)) }),
    reply: z.discriminatedUnion('state', [
      z.object({ state: z.literal('refreshed'), sources: z.int(), newArticles: z.int(), failed: z.int() }),
      failedSchema,
    ]),
  },
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

export type Protocol = Record<string, { readonly request: z.ZodMiniType; readonly reply: z.ZodMiniType }>;
export type BackgroundProtocol = typeof backgroundProtocol;
export type TabProtocol = typeof tabProtocol;

export type Request<P extends Protocol, K extends keyof P> = z.infer<P[K]['request']>;
export type Reply<P extends Protocol, K extends keyof P> = z.infer<P[K]['reply']>;

export type ShownEntity = z.infer<typeof shownEntitySchema>;
export type PageReport = Reply<TabProtocol, 'report-page'>;
