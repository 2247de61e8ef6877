import { keptSchema } from '../services/keep-safe';
import { z } from '../model/z';
import { doneReplySchema, failedSchema } from './done-or-failed';

/** What became of the knowledge base, each from the extension's own pages alone. */
export const lossProtocol = {
  /** Options page, popup: is it there, and is it the one that was? */
  'storage-state': {
    request: z.object({}),
    reply: z.discriminatedUnion('state', [
      z.object({ state: z.literal('ready') }),
      /** It is empty or another one; `kept` is what a second copy has of it. */
      z.object({ state: z.literal('lost'), kept: keptSchema }),
      failedSchema,
    ]),
  },
  /** Options page: take back what the second copy has. */
  'restore-lost': {
    request: z.object({}),
    reply: z.discriminatedUnion('state', [z.object({ state: z.literal('restored'), kept: keptSchema }), failedSchema]),
  },
  /** Options page: go on without what was lost. For a quarter of an hour it can still be restored. */
  'start-fresh': { request: z.object({}), reply: doneReplySchema },
} as const;
