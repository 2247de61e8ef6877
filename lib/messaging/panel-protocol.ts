import { idSchema } from '../model/fields';
import { momentSchema, webUrlSchema } from '../model/web-fields';
import { limits } from '../model/limits';
import { z } from '../model/z';
import { shownEntitySchema } from './annotator-protocol';
import { doneReplySchema, failedSchema } from './done-or-failed';
import { timelineSchema } from './coverage-protocol';

/* What only the panel asks. No content script carries or may send it. */

const outletSchema = z.string().check(z.maxLength(limits.outletLength));
const countSchema = z.int().check(z.gte(0));
const nameSchema = z.string().check(z.maxLength(limits.nameLength));

const storiesSchema = z.array(idSchema).check(z.maxLength(100));

const reportSchema = z.object({
  id: idSchema,
  title: z.string().check(z.maxLength(limits.titleLength)),
  outlet: outletSchema,
  url: webUrlSchema,
  published: z.optional(momentSchema),
  /** What its outlet called it before it changed the headline. */
  formerTitle: z.optional(z.string().check(z.maxLength(limits.titleLength))),
  /** It stays, however old it becomes. */
  isKept: z.optional(z.boolean()),
});

export const panelProtocol = {
  /** Who or what is this, and how much did each outlet report about it when? */
  'show-entity': {
    request: z.object({ entity: idSchema }),
    reply: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('ready'),
        entity: z.object({
          ...shownEntitySchema.shape,
          aliases: z.array(nameSchema).check(z.maxLength(limits.aliasesPerEntity)),
          links: z.optional(
            z.object({
              wikidata: z.optional(z.string().check(z.maxLength(limits.idLength))),
              wikipedia: z.optional(webUrlSchema),
              website: z.optional(webUrlSchema),
            }),
          ),
        }),
        attention: z.enum(['followed', 'muted', 'usual']),
        /** How many name it. */
        articles: countSchema,
        timeline: z.optional(timelineSchema),
        /** Of the newest articles; `bars` has a number for each bar of the timeline. */
        outlets: z.array(z.object({ outlet: outletSchema, articles: countSchema, bars: z.array(countSchema).check(z.maxLength(100)) })).check(z.maxLength(20)),
        first: z.optional(reportSchema),
        last: z.optional(reportSchema),
      }),
      failedSchema,
    ]),
  },
  /** The reader says whether an article reports the event that a page reports. The same with the opposite takes it back. */
  'place-in-story': {
    request: z.object({ url: webUrlSchema, page: webUrlSchema, belongs: z.boolean() }),
    reply: doneReplySchema,
  },
  /** The reader says that the article of an address reports the event of a page: their stories are one. */
  'join-stories': {
    request: z.object({ url: webUrlSchema, page: webUrlSchema }),
    reply: z.discriminatedUnion('state', [
      /** Stories that came to the page's: for taking it back. */
      z.object({ state: z.literal('ready'), came: storiesSchema }),
      failedSchema,
    ]),
  },
  /** The reader takes that back. */
  'part-stories': { request: z.object({ came: storiesSchema, page: webUrlSchema }), reply: doneReplySchema },
  /** All that names this entity, newest first, page by page: of a time, of an outlet. */
  'list-reports': {
    request: z.object({
      entity: idSchema,
      from: z.optional(momentSchema),
      to: z.optional(momentSchema),
      outlet: z.optional(outletSchema),
      /** The reply's `next`, to go on. */
      before: z.optional(z.number()),
    }),
    reply: z.discriminatedUnion('state', [
      z.object({ state: z.literal('ready'), items: z.array(reportSchema).check(z.maxLength(limits.coverageItems)), next: z.optional(z.number()) }),
      failedSchema,
    ]),
  },
} as const;
