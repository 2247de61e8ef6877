import { idSchema } from '../model/fields';
import { momentSchema, webUrlSchema } from '../model/web-fields';
import { limits } from '../model/limits';
import { z } from '../model/z';
import { shownEntitySchema } from './annotator-protocol';
import { doneReplySchema, failedSchema } from './done-or-failed';
import { pageSchema } from './page-schema';

/* What the card and the panel ask about coverage. The annotator carries nothing of it. */

const titleSchema = z.string().check(z.maxLength(limits.titleLength));
const outletSchema = z.string().check(z.maxLength(limits.outletLength));
const countSchema = z.int().check(z.gte(0));

const coverageItemSchema = z.object({
  title: titleSchema,
  outlet: outletSchema,
  url: webUrlSchema,
  published: z.optional(momentSchema),
  /** One line: why this helps to understand the page. */
  reason: titleSchema,
  /** Other outlets that reported the same. */
  alsoIn: z.array(outletSchema).check(z.maxLength(limits.coverageItems)),
  /** It came since the reader last read about the entity. */
  isNew: z.boolean(),
});

const coverageListSchema = z.object({
  items: z.array(coverageItemSchema).check(z.maxLength(limits.coverageItems)),
  /** How many there are in all; at least the number of items. */
  total: countSchema,
});

const saidSchema = z.object({
  text: titleSchema,
  /** When it was said, else published. */
  said: z.optional(momentSchema),
  outlet: outletSchema,
  url: webUrlSchema,
  title: titleSchema,
});

export const timelineSchema = z.object({
  step: z.enum(['month', 'quarter', 'year']),
  bars: z.array(z.object({ from: momentSchema, to: momentSchema, articles: countSchema })).check(z.maxLength(100)),
});

const storyReport = { title: titleSchema, outlet: outletSchema, url: webUrlSchema, published: z.optional(momentSchema) };

export const coverageProtocol = {
  /** Card, panel: what the reader's sources reported about this entity, in the light of this page. */
  'show-coverage': {
    request: z.object({
      entity: idSchema,
      page: pageSchema,
      /** The other entities that the page names. */
      alongside: z.array(idSchema).check(z.maxLength(1_000)),
      /** All that was said, for whoever has the room: the panel. */
      inFull: z.optional(z.boolean()),
    }),
    reply: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('ready'),
        entity: shownEntitySchema,
        before: coverageListSchema,
        since: coverageListSchema,
        said: z.object({ items: z.array(saidSchema).check(z.maxLength(limits.coverageItems)), total: countSchema }),
        timeline: z.optional(timelineSchema),
        /** How many articles came since the reader last read about the entity. */
        fresh: countSchema,
        isFollowed: z.boolean(),
        /** The page's own date, as the request had it. */
        published: z.optional(momentSchema),
      }),
      failedSchema,
    ]),
  },
  /** Card, panel: the reader has seen what there is about this entity; it is no longer new. */
  'read-about': { request: z.object({ entity: idSchema }), reply: doneReplySchema },
  /** Card: whom else may this name mean? */
  'who-else': {
    request: z.object({ text: z.string().check(z.maxLength(limits.nameLength)), entity: idSchema }),
    reply: z.discriminatedUnion('state', [
      z.object({ state: z.literal('ready'), entities: z.array(shownEntitySchema).check(z.maxLength(10)) }),
      failedSchema,
    ]),
  },
  /** Panel: what else reports the event that this page reports. */
  'show-story': {
    request: z.object({ page: pageSchema }),
    reply: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('ready'),
        /** One of its articles' headlines; absent where there is no story. */
        title: z.optional(titleSchema),
        articles: z.array(z.object(storyReport)).check(z.maxLength(100)),
        total: countSchema,
        /** What may be of the event, though it was not found to: of other stories, with how many reports each has. */
        near: z.array(z.object({ ...storyReport, reports: countSchema })).check(z.maxLength(10)),
      }),
      failedSchema,
    ]),
  },
  /** Card that has nothing to show: open the options page where sources are added. */
  'open-sources': { request: z.object({}), reply: doneReplySchema },
} as const;
