import { confidenceSchema, idSchema, momentSchema, webUrlSchema } from '../model/fields';
import { entityKindSchema } from '../model/entity-kind';
import { failureKinds } from '../errors/failure';
import { limits } from '../model/limits';
import { z } from '../model/z';

/*
 * What a content script says and hears, apart from the rest of the protocol: it is all that the annotator's bundle has
 * to carry.
 */

/** The page a request speaks of, as far as the page says so itself. */
export const pageSchema = z.object({
  url: webUrlSchema,
  title: z.string().check(z.maxLength(limits.titleLength)),
  published: z.optional(momentSchema),
  language: z.optional(z.string().check(z.maxLength(35))),
});

export const failedSchema = z.object({
  state: z.literal('failed'),
  failure: z.object({ kind: z.enum(failureKinds), detail: z.optional(z.string().check(z.maxLength(500))) }),
});

const doneSchema = z.object({ state: z.literal('done') });
export const doneReplySchema = z.discriminatedUnion('state', [doneSchema, failedSchema]);

/** What the page may know of an entity: enough for the card's first lines. */
export const shownEntitySchema = z.object({
  id: idSchema,
  name: z.string().check(z.maxLength(limits.nameLength)),
  kind: z.optional(entityKindSchema),
  description: z.optional(z.string().check(z.maxLength(limits.descriptionLength))),
});

/** Offsets are UTF-16, into the block's text; `entity` indexes the reply's list of entities. */
const annotationSchema = z.object({
  block: z.int().check(z.gte(0), z.lt(limits.blocksPerPage)),
  start: z.int().check(z.gte(0), z.lte(limits.blockLength)),
  end: z.int().check(z.gte(0), z.lte(limits.blockLength)),
  entity: z.int().check(z.gte(0)),
  confidence: confidenceSchema,
});

export const coverageItemSchema = z.object({
  title: z.string().check(z.maxLength(limits.titleLength)),
  outlet: z.string().check(z.maxLength(limits.outletLength)),
  url: webUrlSchema,
  published: z.optional(momentSchema),
  /** One line: why this helps to understand the page. */
  reason: z.string().check(z.maxLength(limits.titleLength)),
});

export const coverageListSchema = z.object({
  items: z.array(coverageItemSchema).check(z.maxLength(limits.coverageItems)),
  /** How many there are in all; at least the number of items. */
  total: z.int().check(z.gte(0)),
});

/** Requests of a content script to the background, each with the replies it may get. */
export const contentProtocol = {
  /** Content script: the blocks of visible text of the article it is in. Which names are known there? */
  'annotate-page': {
    request: z.object({
      page: pageSchema,
      blocks: z
        .array(z.string().check(z.maxLength(limits.blockLength)))
        .check(z.maxLength(limits.blocksPerPage)),
    }),
    reply: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('ready'),
        entities: z.array(shownEntitySchema),
        annotations: z.array(annotationSchema).check(z.maxLength(limits.annotationsPerPage)),
      }),
      /** There is no pack and nothing learned yet. */
      z.object({ state: z.literal('nothing-known') }),
      failedSchema,
    ]),
  },
  /** Content script: put the card's script into this frame; it is needed soon. */
  'bring-card': { request: z.object({}), reply: doneReplySchema },
  /** Content script, for the card: what the reader's sources reported about this entity, in the light of this page. */
  'show-coverage': {
    request: z.object({
      entity: idSchema,
      page: pageSchema,
      /** The other entities that the page names. */
      alongside: z.array(idSchema).check(z.maxLength(1_000)),
    }),
    reply: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('ready'),
        entity: shownEntitySchema,
        before: coverageListSchema,
        since: coverageListSchema,
      }),
      failedSchema,
    ]),
  },
  /** Content script, for a card that has nothing to show: open the options page where sources are added. */
  'open-sources': { request: z.object({}), reply: doneReplySchema },
} as const;

/** Requests to the content script of a tab. */
export const tabProtocol = {
  /** Popup, side panel: what was found here? */
  'report-page': {
    request: z.object({}),
    reply: z.discriminatedUnion('state', [
      /** Sidelight left this page alone: it is no article. */
      z.object({ state: z.literal('not-an-article') }),
      z.object({ state: z.literal('reading') }),
      z.object({ state: z.literal('nothing-known') }),
      z.object({
        state: z.literal('annotated'),
        page: pageSchema,
        /** In the order of the page, one for each way an entity is written. */
        annotations: z.array(
          z.object({
            text: z.string(),
            count: z.int().check(z.gte(1)),
            /** The highest of its mentions. */
            confidence: confidenceSchema,
            entity: shownEntitySchema,
          }),
        ),
      }),
      failedSchema,
    ]),
  },
  /** Popup, side panel: scroll to the first mention of this entity and open its card. */
  'reveal-entity': {
    request: z.object({ entity: idSchema }),
    reply: doneReplySchema,
  },
  /** Background: the reader asked for this very page. Read it even if it does not look like an article. */
  'read-anyway': { request: z.object({}), reply: doneReplySchema },
  /** Background: the site was switched off or its permission revoked. Leave without a trace. */
  'leave-page': { request: z.object({}), reply: doneReplySchema },
} as const;
