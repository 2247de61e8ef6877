import { idSchema } from '../model/fields';
import { limits } from '../model/limits';
import { z } from '../model/z';
import { failedSchema } from './done-or-failed';

/*
 * What the card says for the reader, as far as it has to know it: `reader-protocol.ts` has the whole, which the background
 * parses. The card's bundle takes the small schemas, and these need no more than they have.
 */

const reply = z.discriminatedUnion('state', [
  /** `undo` leads back: it is sent as it came. */
  z.object({ state: z.literal('saved'), undo: z.array(z.unknown()) }),
  failedSchema,
]);

const nameSchema = z.string().check(z.maxLength(limits.nameLength));
const urlSchema = z.string().check(z.maxLength(limits.urlLength));

export const cardSays = {
  follow: { request: z.object({ entity: idSchema, on: z.boolean() }), reply },
  mute: { request: z.object({ entity: idSchema, on: z.boolean() }), reply },
  correct: { request: z.object({ text: nameSchema, url: z.optional(urlSchema), not: idSchema, is: z.optional(idSchema) }), reply },
  'change-knowledge': { request: z.object({ changes: z.array(z.unknown()) }), reply },
} as const;
