import { failureKinds } from '../errors/failure';
import { z } from '../model/z';

export const failedSchema = z.object({
  state: z.literal('failed'),
  failure: z.object({ kind: z.enum(failureKinds), detail: z.optional(z.string().check(z.maxLength(500))) }),
});

const doneSchema = z.object({ state: z.literal('done') });
export const doneReplySchema = z.discriminatedUnion('state', [doneSchema, failedSchema]);
