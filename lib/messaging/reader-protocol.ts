import { correctionSchema } from '../model/correction';
import { knowledgeChangeSchema, ownEntitySchema } from '../model/entity-edit';
import { idSchema } from '../model/fields';
import { z } from '../model/z';
import { failedSchema } from './done-or-failed';

/*
 * What the reader says about what is known. Apart from what a content script carries with it: only the card and the
 * extension's pages say these.
 */

const changesSchema = z.array(knowledgeChangeSchema).check(z.minLength(1), z.maxLength(500));

/** `undo` leads back: sent as it is with `change-knowledge`, whose own `undo` does it again. */
const savedReplySchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('saved'), undo: changesSchema }),
  failedSchema,
]);

const attendRequestSchema = z.object({ entity: idSchema, on: z.boolean() });

export const readerProtocol = {
  /** Card, options page: this name is not that entity, or it is that one; here, or wherever no page is given. */
  correct: {
    request: correctionSchema.check(z.refine(({ is, not }) => is !== undefined || not !== undefined)),
    reply: savedReplySchema,
  },
  /** Card, panel, options page: mark this entity wherever it is named; or no longer. Ends muting. */
  follow: { request: attendRequestSchema, reply: savedReplySchema },
  /** Card, panel, options page: mark this entity nowhere; or again. Ends following. */
  mute: { request: attendRequestSchema, reply: savedReplySchema },
  /** Options page: know a name that no pack and no article brought. */
  'add-name': {
    request: z.omit(ownEntitySchema, { id: true }),
    reply: z.discriminatedUnion('state', [
      z.object({ state: z.literal('saved'), entity: idSchema, undo: changesSchema }),
      failedSchema,
    ]),
  },
  /**
   * Options page: rename, merge, split and the like. Card, panel: only to take back a correction, a follow or a mute.
   * All of it is done or nothing.
   */
  'change-knowledge': { request: z.object({ changes: changesSchema }), reply: savedReplySchema },
} as const;
