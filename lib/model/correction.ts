import { idSchema } from './fields';
import { limits } from './limits';
import { z } from './z';

/** What the reader said of a name: it is not this entity, or it is that one. Always wins over what linking finds. */
export const correctionSchema = z.object({
  /** The mention's text as it was written. */
  text: z.string().check(z.minLength(1), z.maxLength(limits.nameLength)),
  /** On this page alone, or wherever it is absent. */
  url: z.optional(z.string().check(z.maxLength(limits.urlLength))),
  not: z.optional(idSchema),
  is: z.optional(idSchema),
});

export type Correction = z.infer<typeof correctionSchema>;
