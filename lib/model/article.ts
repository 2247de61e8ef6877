import { idSchema } from './fields';
import { momentSchema, webUrlSchema } from './web-fields';
import { limits } from './limits';
import { z } from './z';

/** One piece of coverage: from a source, from an imported file, or read by the reader. */
export const articleSchema = z.object({
  id: idSchema,
  url: webUrlSchema,
  title: z.string().check(z.maxLength(limits.titleLength)),
  /** Headlines that its outlet has changed since, newest first. */
  formerTitles: z.optional(
    z.array(z.string().check(z.maxLength(limits.titleLength))).check(z.maxLength(limits.formerTitlesPerArticle)),
  ),
  outlet: z.string().check(z.maxLength(limits.outletLength)),
  published: z.optional(momentSchema),
  summary: z.optional(z.string().check(z.maxLength(limits.summaryLength))),
  text: z.optional(z.string().check(z.maxLength(limits.articleTextLength))),
  language: z.optional(z.string().check(z.maxLength(35))),
  authors: z.optional(
    z.array(z.string().check(z.maxLength(limits.nameLength))).check(z.maxLength(limits.authorsPerArticle)),
  ),
});

export type Article = z.infer<typeof articleSchema>;
