import { entityKindSchema } from '../model/entity-kind';
import { z } from '../model/z';

/** How many of the names of a page are marked, what for and how a card opens: what an annotator is told. */
export const readingFields = {
  /**
   * `few`: each name once on the page, `normal`: again after some paragraphs, `all`: wherever it stands. Headings are
   * never marked.
   */
  density: z.enum(['few', 'normal', 'all']),
  /** Names of these kinds are not marked. A name whose kind nobody knows is marked whatever stands here. */
  hiddenKinds: z.array(entityKindSchema).check(z.maxLength(6)),
  /** How long a pointer rests on a mark before its card opens. */
  dwellMs: z.int().check(z.gte(0), z.lte(10_000)),
  /** A key that has to be held for a resting pointer to open a card; a click and a tap do without. */
  modifier: z.enum(['none', 'alt', 'ctrl', 'shift']),
  /** Front pages, lists and apps are read too, on sites that are switched on. */
  everyPage: z.boolean(),
  /** Cards and pages of Sidelight; absent: as the reader's system is. */
  scheme: z.optional(z.enum(['light', 'dark'])),
};

export const readingSettingsSchema = z.object(readingFields);
export type ReadingSettings = z.infer<typeof readingSettingsSchema>;

export const defaultReading: ReadingSettings = {
  density: 'normal',
  hiddenKinds: [],
  dwellMs: 300,
  modifier: 'none',
  everyPage: false,
};
