import { confidenceSchema } from '../model/fields';
import { z } from '../model/z';
import { shownEntitySchema, tabRequests } from './annotator-protocol';
import { doneReplySchema, failedSchema } from './done-or-failed';
import { coverageProtocol } from './coverage-protocol';
import { pageProtocol } from './page-protocol';
import { pageSchema } from './page-schema';

/* What the content scripts, the annotator and the card, say and hear. */

/** Requests of a content script to the background, each with the replies it may get. */
export const contentProtocol = {
  ...pageProtocol,
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
