import { failureKinds } from '../errors/failure';
import { idSchema, momentSchema, webUrlSchema } from '../model/fields';
import { z } from '../model/z';

const headerSchema = z.string().check(z.maxLength(1_000));

/** What fetching a source left behind, kept beside the source and written after every attempt. */
export const sourceStateSchema = z.object({
  sourceId: idSchema,
  /** Not to be asked again before this. */
  nextFetch: momentSchema,
  lastSuccess: z.optional(momentSchema),
  lastFailure: z.optional(
    z.object({
      at: momentSchema,
      kind: z.enum(failureKinds),
      detail: z.optional(z.string().check(z.maxLength(500))),
    }),
  ),
  failuresInRow: z.int().check(z.gte(0)),
  /** As the server wrote them, sent back unchanged. */
  etag: z.optional(headerSchema),
  lastModified: z.optional(headerSchema),
  /** The server said that the feed is gone for good (410): it is not asked again by itself. */
  gone: z.optional(z.boolean()),
  /** Where the last answers came from, when that is not the source's address. */
  movedTo: z.optional(webUrlSchema),
  /** How many articles the feed brought in a week, as far as its dates say. */
  articlesPerWeek: z.optional(z.number().check(z.gte(0))),
});

export type SourceState = z.infer<typeof sourceStateSchema>;
