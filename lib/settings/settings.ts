import { z } from '../model/z';
import { defaultReading, readingFields, readingSettingsSchema } from './reading-settings';
import type { ReadingSettings } from './reading-settings';

/** `http://herald.test/*`: scheme and host, never a port, for the browsers' match patterns have none. `*` is every host. */
const sitePatternSchema = z.string().check(z.maxLength(300), z.regex(/^https?:\/\/(\*|[^/*:]+)\/\*$/));
const sitePatternsSchema = z.array(sitePatternSchema).check(z.maxLength(10_000));

const settingsSchema = z.object({
  version: z.literal(1),
  sites: z.object({
    /** Annotated whenever they are visited, as long as the browser's permission lasts. */
    on: sitePatternsSchema,
    /** Switched off by the reader, so that nothing offers to switch them on. */
    off: z.optional(sitePatternsSchema),
  }),
  /** Coverage beyond this is given up, oldest first. */
  keep: z.object({
    articles: z.int().check(z.gte(100), z.lte(10_000_000)),
    megabytes: z.int().check(z.gte(10), z.lte(1_000_000)),
  }),
  /** Articles that the reader reads on sites that are switched on become coverage. Never in private windows. */
  keepRead: z.boolean(),
  ...readingFields,
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  version: 1,
  sites: { on: [], off: [] },
  keep: { articles: 100_000, megabytes: 1_000 },
  keepRead: false,
  ...defaultReading,
};

/**
 * Settings as stored, whatever wrote them: what is missing, as after an update that knows more of them, or cannot be
 * understood is replaced by its default, part by part.
 */
export function parseSettings(stored: unknown): Settings {
  const whole = settingsSchema.safeParse(stored);
  if (whole.success) return whole.data;
  if (!isRecord(stored)) return defaultSettings;
  const { sites, ...others } = stored;
  const understood = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const part = schema.safeParse(others[name]);
    return part.success ? [[name, part.data] as const] : [];
  });
  const { on, off } = isRecord(sites) ? { on: keepPatterns(sites.on), off: keepPatterns(sites.off) } : { on: [], off: [] };
  return settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(understood), sites: { on, off } });
}

/** What the annotators in the pages are told: not which sites the reader reads. */
export function readingSettings(settings: Settings): ReadingSettings {
  return readingSettingsSchema.parse(settings);
}

function keepPatterns(stored: unknown): string[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter((pattern): pattern is string => sitePatternSchema.safeParse(pattern).success).slice(0, 10_000);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
