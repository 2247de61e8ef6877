import { idSchema, momentSchema, webUrlSchema } from './fields';
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
});

export type Source = z.infer<typeof sourceSchema>;
