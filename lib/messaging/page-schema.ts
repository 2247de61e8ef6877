import { momentSchema, webUrlSchema } from '../model/web-fields';
import { limits } from '../model/limits';
import { z } from '../model/z';

/** The page a request speaks of, as far as the page says so itself. */
export const pageSchema = z.object({
  url: webUrlSchema,
  title: z.string().check(z.maxLength(limits.titleLength)),
  published: z.optional(momentSchema),
  language: z.optional(z.string().check(z.maxLength(35))),
});
