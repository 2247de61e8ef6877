import { correctionSchema } from './correction';
import { entitySchema } from './entity';
import { entityKindSchema } from './entity-kind';
import { idSchema } from './fields';
import { momentSchema } from './web-fields';
import { limits } from './limits';
import { z } from './z';

const nameSchema = entitySchema.shape.name;
const descriptionSchema = z.string().check(z.maxLength(limits.descriptionLength));
const flagSchema = z.optional(z.literal(1));

/**
 * What the reader changed of an entity. Kept apart from what packs and articles bring, by the entity's stable id, and
 * applied when it is read or compiled: so it holds when a pack is imported anew, and in another browser.
 */
export const entityEditSchema = z.object({
  /** Id of the entity. It need not be there at the moment. */
  entity: idSchema,
  name: z.optional(nameSchema),
  kind: z.optional(entityKindSchema),
  description: z.optional(descriptionSchema),
  addedAliases: z.array(nameSchema).check(z.maxLength(limits.keptAliases)),
  removedAliases: z.array(nameSchema).check(z.maxLength(limits.keptAliases)),
  /** Id of the entity that stands for this one too. */
  mergedInto: z.optional(idSchema),
  /** Not to be known at all. */
  removed: flagSchema,
  followed: flagSchema,
  /** Known, so that its name means nobody else, but never marked. */
  muted: flagSchema,
  changed: momentSchema,
});

/** An entity that the reader made: by hand, or out of names that were another's. */
export const ownEntitySchema = z.object({
  id: idSchema,
  name: nameSchema,
  kind: z.optional(entityKindSchema),
  aliases: entitySchema.shape.aliases,
  description: z.optional(descriptionSchema),
});

/** Changes of what the reader said of an entity. Each sets one thing, so that its inverse is one of them as well. */
export const editChangeSchema = z.discriminatedUnion('does', [
  /** Absent: as packs and articles say. The name that they say stays as an alias. */
  z.object({ does: z.literal('name'), entity: idSchema, name: z.optional(nameSchema) }),
  z.object({ does: z.literal('kind'), entity: idSchema, kind: z.optional(entityKindSchema) }),
  z.object({ does: z.literal('describe'), entity: idSchema, description: z.optional(descriptionSchema) }),
  z.object({ does: z.literal('alias'), entity: idSchema, alias: nameSchema, is: z.enum(['added', 'removed', 'as-brought']) }),
  /** Absent: it stands for itself. */
  z.object({ does: z.literal('merge'), entity: idSchema, into: z.optional(idSchema) }),
  /** Followed ones are marked wherever they are named, muted ones nowhere. */
  z.object({ does: z.literal('attend'), entity: idSchema, as: z.enum(['followed', 'muted', 'usual']) }),
  z.object({ does: z.literal('forget'), entity: idSchema, isForgotten: z.boolean() }),
]);

/** Anything that the reader changes about what is known. */
export const knowledgeChangeSchema = z.union([
  editChangeSchema,
  z.discriminatedUnion('does', [
    z.object({ does: z.literal('add'), entity: ownEntitySchema }),
    /** Takes away what `add` made. */
    z.object({ does: z.literal('drop'), entity: idSchema }),
    z.object({ does: z.literal('correct'), correction: correctionSchema }),
    z.object({ does: z.literal('withdraw'), correction: z.int() }),
    /** Whether an article stays, however old it becomes. */
    z.object({ does: z.literal('keep'), article: idSchema, isKept: z.boolean() }),
    /** What came of a suggestion to merge two. */
    z.object({ does: z.literal('settle'), pair: idSchema, state: z.enum(['open', 'merged', 'declined']) }),
  ]),
]);

export type EntityEdit = z.infer<typeof entityEditSchema>;
export type OwnEntity = z.infer<typeof ownEntitySchema>;
export type EditChange = z.infer<typeof editChangeSchema>;
export type KnowledgeChange = z.infer<typeof knowledgeChangeSchema>;
