import { limits as learningLimits } from '../discovery/learning-state';
import { entityKindSchema } from '../model/entity-kind';
import { idSchema } from '../model/fields';
import { z } from '../model/z';

/*
 * What a learning state's pieces hold, for those that come from a file: who made it may have written anything, and each
 * batch of articles reads them all.
 */

const mostEntries = 100_000;
const wordSchema = z.string().check(z.maxLength(1_000));
const countSchema = z.int().check(z.gte(0));
const wordsSchema = z.array(wordSchema).check(z.maxLength(1_000));
const tallySchema = z.array(z.tuple([wordSchema, countSchema])).check(z.maxLength(1_000));

const evidencedFields = {
  last: countSchema,
  articles: countSchema,
  titles: countSchema,
  outlets: z.array(countSchema).check(z.maxLength(100)),
  examples: z
    .array(z.object({ article: idSchema, field: z.enum(['title', 'summary', 'text']), start: countSchema, end: countSchema }))
    .check(z.maxLength(100)),
  entity: z.optional(idSchema),
  known: z.optional(z.literal(true)),
};

const nameSchema = z.object({
  ...evidencedFields,
  written: tallySchema,
  alone: countSchema,
  inside: countSchema,
  firm: countSchema,
  roles: countSchema,
  cues: z.array(countSchema).check(z.maxLength(100)),
  the: countSchema,
  shortFor: tallySchema,
  acronyms: tallySchema,
  parts: wordsSchema,
  kind: z.optional(entityKindSchema),
  aliases: z.optional(wordsSchema),
});

const topicSchema = z.object({ ...evidencedFields, repeated: countSchema, free: countSchema });

const goneSchema = z.optional(z.array(wordSchema).check(z.maxLength(mostEntries)));

const pieceSchema = z.object({
  articles: countSchema,
  outlets: z.array(wordSchema).check(z.maxLength(learningLimits.outlets * 2)),
  seen: z.array(z.number()).check(z.maxLength(learningLimits.seen * 2)),
  set: z.object({
    names: entries(nameSchema),
    topics: entries(topicSchema),
    lower: entries(countSchema),
    capital: entries(countSchema),
    people: entries(wordsSchema),
  }),
  gone: z.object({ names: goneSchema, topics: goneSchema, lower: goneSchema, capital: goneSchema, people: goneSchema }),
});

/** Whether these bytes are a piece that `encodeSnapshot` could have made. */
export function isLearningPiece(bytes: Uint8Array): boolean {
  try {
    return pieceSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).success;
  } catch {
    // No JSON, or no text at all.
    return false;
  }
}

function entries<Value extends z.ZodMiniType>(value: Value) {
  return z.array(z.tuple([wordSchema, value])).check(z.maxLength(mostEntries));
}
