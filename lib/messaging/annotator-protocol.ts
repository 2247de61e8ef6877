import { entityKindSchema } from '../model/entity-kind';
import { confidenceSchema, idSchema } from '../model/fields';
import type { FailureKind } from '../errors/failure';
import { limits } from '../model/limits';
import { z } from '../model/z';
import { readingSettingsSchema } from '../settings/reading-settings';

/*
 * What the annotator has to parse, apart from the rest of the protocol: the replies that it gets and the requests that
 * it is sent. It runs in every page that is allowed, and carries no more than this.
 */

/** Why, in the background's own word. The list of them would be a seventieth of the script, and who shows it checks it. */
const failedSchema = z.object({
  state: z.literal('failed'),
  failure: z.object({
    kind: z.custom<FailureKind>((kind) => typeof kind === 'string' && /^[a-z-]+$/.test(kind)),
    detail: z.optional(z.string().check(z.maxLength(500))),
  }),
});

/** What the page may know of an entity: enough for the card's first lines. */
export const shownEntitySchema = z.object({
  id: idSchema,
  name: z.string().check(z.maxLength(limits.nameLength)),
  kind: z.optional(entityKindSchema),
  description: z.optional(z.string().check(z.maxLength(limits.descriptionLength))),
});

const pageEntitySchema = z.object({
  ...shownEntitySchema.shape,
  /** The reader's sources have reported something that the reader has not seen yet; such names are marked first. */
  hasNews: z.optional(z.boolean()),
});

/** Offsets are UTF-16, into the block's text; `entity` indexes the reply's list of entities. */
const annotationSchema = z.object({
  block: z.int().check(z.gte(0), z.lt(limits.blocksPerPage)),
  start: z.int().check(z.gte(0), z.lte(limits.blockLength)),
  end: z.int().check(z.gte(0), z.lte(limits.blockLength)),
  entity: z.int().check(z.gte(0)),
  confidence: confidenceSchema,
});

/** Replies to the annotator; `content-protocol.ts` says what to. */
export const annotatorReplies = {
  'annotate-page': {
    reply: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('ready'),
        entities: z.array(pageEntitySchema),
        annotations: z.array(annotationSchema).check(z.maxLength(limits.annotationsPerPage)),
      }),
      /** There is no pack and nothing learned yet. */
      z.object({ state: z.literal('nothing-known') }),
      failedSchema,
    ]),
  },
  'reading-settings': {
    reply: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('ready'),
        settings: readingSettingsSchema,
        /** Whether the page's site is (still) switched on and allowed. */
        isSiteOn: z.boolean(),
      }),
      failedSchema,
    ]),
  },
  'bring-card': { reply: z.discriminatedUnion('state', [z.object({ state: z.literal('done') }), failedSchema]) },
} as const;

const plainRequest = { request: z.object({}) };

/** Requests to the annotator; `content-protocol.ts` says what it replies. */
export const tabRequests = {
  /** Popup, side panel: what was found here? */
  'report-page': plainRequest,
  /** Popup, side panel: scroll to the first mention of this entity and open its card. */
  'reveal-entity': { request: z.object({ entity: idSchema }) },
  /** Background: the reader asked for this very page. Read it even if it does not look like an article. */
  'read-anyway': plainRequest,
  /** Background: the reader changed how names are marked and cards opened. */
  'settings-changed': { request: readingSettingsSchema },
  /** Background: the reader wants to know what is selected here. */
  'look-up': plainRequest,
  /** Background: something has become known; find names anew. */
  'look-again': plainRequest,
  /** Background: the site was switched off or its permission revoked. Leave without a trace. */
  'leave-page': plainRequest,
} as const;
