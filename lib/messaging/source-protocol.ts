import { idSchema } from '../model/fields';
import { momentSchema, webUrlSchema } from '../model/web-fields';
import { limits } from '../model/limits';
import { z } from '../model/z';
import { doneReplySchema, failedSchema } from './done-or-failed';

const typedSchema = z.string().check(z.maxLength(limits.urlLength));
const titleSchema = z.string().check(z.maxLength(limits.titleLength));

const namedFeedsSchema = z.array(z.object({ url: webUrlSchema, title: titleSchema })).check(z.maxLength(50));

/** What a feed is like, before it is a source. */
export const feedPreviewSchema = z.object({
  url: webUrlSchema,
  title: titleSchema,
  link: z.optional(webUrlSchema),
  articles: z.int(),
  newest: z.array(z.object({ title: titleSchema, published: z.optional(momentSchema) })).check(z.maxLength(20)),
  /** Other feeds that the same site names. */
  others: namedFeedsSchema,
});

/** Requests about sources, each from the extension's own pages alone. */
export const sourceProtocol = {
  /** Options page, popup: show what feed there is at this address; nothing is kept. */
  'preview-source': {
    request: z.object({ url: typedSchema }),
    reply: z.discriminatedUnion('state', [z.object({ state: z.literal('found'), preview: feedPreviewSchema }), failedSchema]),
  },
  /** Options page, popup: fetch this feed, and keep it as a source if it is one. */
  'add-source': {
    request: z.object({ url: typedSchema }),
    reply: z.discriminatedUnion('state', [
      z.object({ state: z.literal('added'), id: idSchema, title: z.string(), articles: z.int() }),
      failedSchema,
    ]),
  },
  /** Options page: fetch these sources now, or all that are due. */
  'refresh-sources': {
    request: z.object({ ids: z.optional(z.array(idSchema).check(z.maxLength(limits.sources))) }),
    reply: z.discriminatedUnion('state', [
      z.object({ state: z.literal('refreshed'), sources: z.int(), newArticles: z.int(), failed: z.int() }),
      failedSchema,
    ]),
  },
  /** Options page: sources were added or changed that nobody has fetched yet. Replies at once; they come in by and by. */
  'sources-changed': { request: z.object({}), reply: doneReplySchema },
  /** Popup: which feeds does the page in this tab announce? The reader's click granted `activeTab`. */
  'find-feeds': {
    request: z.object({ tabId: z.int() }),
    reply: z.discriminatedUnion('state', [z.object({ state: z.literal('found'), feeds: namedFeedsSchema }), failedSchema]),
  },
} as const;

export type FeedPreview = z.infer<typeof feedPreviewSchema>;
