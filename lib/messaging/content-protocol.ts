import { confidenceSchema } from '../model/fields';
import { limits } from '../model/limits';
import { z } from '../model/z';
import { annotatorReplies, doneReplySchema, failedSchema, shownEntitySchema, tabRequests } from './annotator-protocol';
import { coverageProtocol } from './coverage-protocol';
import { pageSchema } from './page-schema';

/* What the content scripts, the annotator and the card, say and hear. */

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
  ...coverageProtocol,
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
  'look-up': { ...tabRequests['look-up'], reply: doneReplySchema },
  'look-again': { ...tabRequests['look-again'], reply: doneReplySchema },
  'leave-page': { ...tabRequests['leave-page'], reply: doneReplySchema },
} as const;
