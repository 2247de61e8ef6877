import { confidenceSchema, idSchema, momentSchema, webUrlSchema } from '../model/fields';
import { limits } from '../model/limits';
import { z } from '../model/z';
import { annotatorReplies, doneReplySchema, failedSchema, shownEntitySchema, tabRequests } from './annotator-protocol';

/* What the content scripts, the annotator and the card, say and hear. */

/** The page a request speaks of, as far as the page says so itself. */
export const pageSchema = z.object({
  url: webUrlSchema,
  title: z.string().check(z.maxLength(limits.titleLength)),
  published: z.optional(momentSchema),
  language: z.optional(z.string().check(z.maxLength(35))),
});

export const coverageItemSchema = z.object({
  title: z.string().check(z.maxLength(limits.titleLength)),
  outlet: z.string().check(z.maxLength(limits.outletLength)),
  url: webUrlSchema,
  published: z.optional(momentSchema),
  /** One line: why this helps to understand the page. */
  reason: z.string().check(z.maxLength(limits.titleLength)),
});

export const coverageListSchema = z.object({
  items: z.array(coverageItemSchema).check(z.maxLength(limits.coverageItems)),
  /** How many there are in all; at least the number of items. */
  total: z.int().check(z.gte(0)),
});

/** Requests of a content script to the background, each with the replies it may get. */
export const contentProtocol = {
  /** Annotator: the blocks of visible text of the article it is in. Which names are known there? */
  'annotate-page': {
    request: z.object({
      page: pageSchema,
      blocks: z
        .array(z.string().check(z.maxLength(limits.blockLength)))
        .check(z.maxLength(limits.blocksPerPage)),
    }),
    ...annotatorReplies['annotate-page'],
  },
  /** Annotator, when it starts and when its page comes back out of the browser's cache: how is it to mark? */
  'reading-settings': { request: z.object({}), ...annotatorReplies['reading-settings'] },
  /** Annotator: put the card's script into this frame; it is needed soon. */
  'bring-card': { request: z.object({}), ...annotatorReplies['bring-card'] },
  /** Card: what the reader's sources reported about this entity, in the light of this page. */
  'show-coverage': {
    request: z.object({
      entity: idSchema,
      page: pageSchema,
      /** The other entities that the page names. */
      alongside: z.array(idSchema).check(z.maxLength(1_000)),
    }),
    reply: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('ready'),
        entity: shownEntitySchema,
        before: coverageListSchema,
        since: coverageListSchema,
      }),
      failedSchema,
    ]),
  },
  /** Card that has nothing to show: open the options page where sources are added. */
  'open-sources': { request: z.object({}), reply: doneReplySchema },
} as const;

/** Requests to the content script of a tab, each with its reply. */
export const tabProtocol = {
  'report-page': {
    ...tabRequests['report-page'],
    reply: z.discriminatedUnion('state', [
      /** Sidelight left this page alone: it is no article. */
      z.object({ state: z.literal('not-an-article') }),
      z.object({ state: z.literal('reading') }),
      z.object({ state: z.literal('nothing-known') }),
      z.object({
        state: z.literal('annotated'),
        page: pageSchema,
        /** In the order of the page, one for each way an entity is written. */
        annotations: z.array(
          z.object({
            text: z.string(),
            count: z.int().check(z.gte(1)),
            /** The highest of its mentions. */
            confidence: confidenceSchema,
            entity: shownEntitySchema,
          }),
        ),
      }),
      failedSchema,
    ]),
  },
  'reveal-entity': { ...tabRequests['reveal-entity'], reply: doneReplySchema },
  'read-anyway': { ...tabRequests['read-anyway'], reply: doneReplySchema },
  'settings-changed': { ...tabRequests['settings-changed'], reply: doneReplySchema },
  'leave-page': { ...tabRequests['leave-page'], reply: doneReplySchema },
} as const;
