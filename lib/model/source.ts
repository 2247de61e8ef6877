import { idSchema } from './fields';
import { momentSchema, webUrlSchema } from './web-fields';
import { limits } from './limits';
import { z } from './z';

/** A feed that the reader added; an outlet may have several. */
export const sourceSchema = z.object({
  id: idSchema,
  url: webUrlSchema,
  /** The outlet's name as its cards show it: the feed's title unless the reader renamed it. */
  title: z.string().check(z.maxLength(limits.outletLength)),
  link: z.optional(webUrlSchema),
  added: momentSchema,
  /** Names of the folders that it is filed in, the outermost first. */
  folder: z.optional(
    z.array(z.string().check(z.minLength(1), z.maxLength(limits.outletLength))).check(z.maxLength(limits.foldersPerSource)),
  ),
  /** The reader stopped it for now: it is not asked by itself. */
  paused: z.optional(z.boolean()),
  /** How many days its articles are kept; for good where it is absent. */
  keepDays: z.optional(z.int().check(z.gte(1), z.lte(36_500))),
  /** Fetch the page of an article where the feed has only its beginning. */
  fullText: z.optional(z.boolean()),
});

export type Source = z.infer<typeof sourceSchema>;
