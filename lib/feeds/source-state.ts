import { failureKinds } from '../errors/failure';
import { idSchema } from '../model/fields';
import { momentSchema, webUrlSchema } from '../model/web-fields';
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
  /** The server said that the feed is gone for good (410), or moved to an address that is a source already: not asked again by itself. */
  gone: z.optional(z.boolean()),
  /** Where the last answers came from, when that is not the source's address: for the time being, or nobody said for how long. */
  movedTo: z.optional(webUrlSchema),
  /** Its address before it moved for good. */
  movedFrom: z.optional(webUrlSchema),
  /** A host asked that nothing be fetched from it before this. */
  hostNotBefore: z.optional(momentSchema),
  /** Which one: the source's own, unless its address was sent on to another. Absent in what was kept formerly. */
  busyHost: z.optional(z.string().check(z.maxLength(300))),
  /** When it last brought an article that was not there. */
  lastNew: z.optional(momentSchema),
  /** The date of the newest article that was in the feed, as far as it says. */
  newest: z.optional(momentSchema),
  /** What the feed asked for when it last came in full. */
  schedule: z.optional(
    z.object({
      ttlMinutes: z.optional(z.number().check(z.gte(0))),
      skipHours: z.optional(z.array(z.int().check(z.gte(0), z.lte(23)))),
      skipDays: z.optional(z.array(z.int().check(z.gte(0), z.lte(6)))),
    }),
  ),
  /** How many articles the feed brought in a week, as far as its dates say. */
  articlesPerWeek: z.optional(z.number().check(z.gte(0))),
});

export type SourceState = z.infer<typeof sourceStateSchema>;
