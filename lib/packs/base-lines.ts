import { fail, succeed, type Result } from '../errors/failure';
import { articleSchema } from '../model/article';
import { correctionSchema } from '../model/correction';
import { entitySchema } from '../model/entity';
import { entityEditSchema } from '../model/entity-edit';
import { confidenceSchema, idSchema } from '../model/fields';
import { momentSchema } from '../model/web-fields';
import { limits } from '../model/limits';
import { sourceSchema } from '../model/source';
import { z } from '../model/z';
import { parseHeaderLine, parseLine } from './parse-line';

const headerSchema = z.object({ format: z.literal('sidelight-base/1'), made: z.optional(momentSchema) });

const textSchema = z.string().check(z.maxLength(limits.summaryLength));
const countSchema = z.int().check(z.gte(0));
/** Base 64 with its padding. */
const bytesSchema = z.string().check(
  z.maxLength(limits.packLineLength),
  z.refine((text) => text.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(text.replace(/={1,2}$/, ''))),
);

const exampleSchema = z.object({
  article: idSchema,
  field: z.enum(['title', 'summary', 'text']),
  start: countSchema,
  end: countSchema,
});

const evidenceSchema = z.object({
  articles: countSchema,
  outlets: z.array(textSchema).check(z.maxLength(100)),
  examples: z.array(exampleSchema).check(z.maxLength(100)),
});

const suggestedSchema = z.object({ id: z.optional(idSchema), name: textSchema, articles: countSchema });

const storyIdSchema = z.string().check(z.regex(/^s\d{1,15}$/));
const dateSchema = z.union([momentSchema, z.literal('')]);

const storySchema = z.object({
  id: storyIdSchema,
  first: dateSchema,
  newest: dateSchema,
  /** Numbers. */
  articles: z.array(countSchema).check(z.maxLength(1_000_000)),
  /** Base 64. */
  digest: z.optional(bytesSchema),
  square: z.optional(z.number()),
  with: z.optional(z.array(storyIdSchema).check(z.maxLength(1_000))),
});

const keptArticleSchema = z.extend(articleSchema, {
  origins: z.array(idSchema).check(z.maxLength(1_000)),
  guids: z.array(z.string().check(z.maxLength(2 * limits.urlLength))).check(z.maxLength(1_000)),
  revision: countSchema,
  /** With what was known when the file was made, and as evidence for it. */
  linked: z.boolean(),
  counted: z.boolean(),
  mentions: z
    .array(z.object({ entity: idSchema, count: countSchema, confidence: confidenceSchema, inTitle: z.boolean() }))
    .check(z.maxLength(10_000)),
  formerTitles: z.optional(z.array(textSchema).check(z.maxLength(limits.formerTitlesPerArticle))),
  size: countSchema,
  saved: z.optional(z.literal(1)),
  /** That it came as, and the story that it belongs to: absent in files from before stories were saved. */
  number: z.optional(countSchema),
  story: z.optional(storyIdSchema),
  /** The reader said that it belongs to its story, or, where it has none, that it stands alone. */
  placed: z.optional(z.literal(1)),
  /** The reader said that these report the same event. */
  together: z.optional(z.array(idSchema).check(z.maxLength(1_000))),
});

/** One line of a file that holds a whole knowledge base, by what it is. */
const baseItemSchema = z.discriminatedUnion('is', [
  /** Whatever wrote them; parsed where settings are. */
  z.object({ is: z.literal('settings'), settings: z.optional(z.unknown()) }),
  z.object({ is: z.literal('source'), source: sourceSchema }),
  z.object({
    is: z.literal('entity'),
    entity: z.extend(entitySchema, {
      origin: z.enum(['learned', 'reader']),
      since: momentSchema,
      aliases: z.array(entitySchema.shape.name).check(z.maxLength(limits.keptAliases)),
      evidence: z.optional(evidenceSchema),
    }),
  }),
  z.object({ is: z.literal('edit'), edit: entityEditSchema }),
  z.object({ is: z.literal('correction'), correction: correctionSchema }),
  z.object({
    is: z.literal('suggestion'),
    suggestion: z.object({
      pair: z.string().check(z.maxLength(4 * limits.nameLength)),
      a: suggestedSchema,
      b: suggestedSchema,
      because: z.enum(['spelling', 'middle-name', 'short-first-name', 'surname', 'acronym']),
      state: z.enum(['open', 'merged', 'declined']),
      since: momentSchema,
    }),
  }),
  /** A pack; the `packed` that follow are its entities. */
  z.object({
    is: z.literal('pack'),
    pack: z.object({
      id: idSchema,
      title: z.string().check(z.maxLength(limits.titleLength)),
      licence: z.optional(textSchema),
      language: z.optional(textSchema),
      since: momentSchema,
      entities: countSchema,
      badLines: countSchema,
    }),
  }),
  z.object({ is: z.literal('packed'), entity: entitySchema }),
  /** What finding stories goes on with (base 64), and how many articles had come; the stories follow. */
  z.object({ is: z.literal('stories'), came: z.int().check(z.gte(0), z.lt(2 ** 26)), table: z.optional(bytesSchema), memory: z.optional(bytesSchema), isUnsettled: z.boolean() }),
  z.object({ is: z.literal('story'), story: storySchema }),
  /** All that is needed to link articles has been said. */
  z.object({ is: z.literal('linking') }),
  z.object({ is: z.literal('article'), article: keptArticleSchema }),
  /** Base 64: what coverage says of names, as one table, and what discovery remembers, in parts. */
  z.object({ is: z.literal('evidence'), bytes: bytesSchema }),
  z.object({ is: z.literal('learning'), part: countSchema, bytes: bytesSchema }),
  z.object({ is: z.literal('end'), lines: countSchema }),
]);

export type BaseItem = z.infer<typeof baseItemSchema>;
export type KeptStoryRow = z.infer<typeof storySchema>;
export type KeptArticle = z.infer<typeof keptArticleSchema>;

/** First line of a file with everything (`sidelight-base/1`). */
export function parseBaseHeader(line: string): Result<z.infer<typeof headerSchema>> {
  return parseHeaderLine(line, headerSchema, 'not-a-base');
}

export function parseBaseItem(line: string): Result<BaseItem> {
  const parsed = parseLine(line, baseItemSchema, 'not-a-base');
  return parsed.ok ? succeed(parsed.value) : fail('not-a-base', parsed.failure.detail);
}
