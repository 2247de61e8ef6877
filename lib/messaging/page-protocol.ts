import { idSchema } from '../model/fields';
import { limits } from '../model/limits';
import { z } from '../model/z';
import { annotatorReplies } from './annotator-protocol';
import { doneReplySchema } from './done-or-failed';
import { pageSchema } from './page-schema';

/** What a page waits for before its names are marked, and while its reader looks at one for the first time. */
export const pageProtocol = {
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
  /** Annotator: put the card's script into this frame; it is needed soon. Card: what draws it into this frame of its own. */
  'bring-card': { request: z.object({ into: z.optional(z.int()) }), ...annotatorReplies['bring-card'] },
  /** Card, within a click: open the panel beside the page, with this entity in it. */
  'open-panel': { request: z.object({ entity: idSchema }), reply: doneReplySchema },
} as const;
