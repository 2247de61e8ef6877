import { entityKindSchema } from './entity-kind';
import { idSchema } from './fields';
import { webUrlSchema } from './web-fields';
import { limits } from './limits';
import { z } from './z';

const nameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.nameLength));

/** What a name or topic stands for. */
export const entitySchema = z.object({
  id: idSchema,
  name: nameSchema,
  kind: z.optional(entityKindSchema),
  /** Other ways to write the name; the name itself is not repeated here. */
  aliases: z.array(nameSchema).check(z.maxLength(limits.aliasesPerEntity)),
  description: z.optional(z.string().check(z.maxLength(limits.descriptionLength))),
  /** How widely known it is, from 0 to 1. */
  popularity: z.optional(z.number().check(z.gte(0), z.lte(1))),
  links: z.optional(
    z.object({
      wikidata: z.optional(z.string().check(z.maxLength(limits.idLength))),
      wikipedia: z.optional(webUrlSchema),
      website: z.optional(webUrlSchema),
    }),
  ),
});

export type EntityKind = z.infer<typeof entityKindSchema>;
/** `vouched`: aliases that are its own names too, since the reader said so. No file has them: `editedEntity` says them. */
export type Entity = z.infer<typeof entitySchema> & { readonly vouched?: readonly string[] };
