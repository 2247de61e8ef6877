import { z } from '../model/z';

/** `http://herald.test/*`: scheme and host, never a port, for the browsers' match patterns have none. */
const sitePatternSchema = z.string().check(z.maxLength(300), z.regex(/^https?:\/\/[^/*:]+\/\*$/));

const settingsSchema = z.object({
  version: z.literal(1),
  sites: z.object({
    /** Annotated whenever they are visited, as long as the browser's permission lasts. */
    on: z.array(sitePatternSchema).check(z.maxLength(10_000)),
    /** Switched off by the reader, so that nothing offers to switch them on. */
    off: z.optional(z.array(sitePatternSchema).check(z.maxLength(10_000))),
  }),
  /** How long a pointer rests on a mark before its card opens. */
  dwellMs: z.int().check(z.gte(0), z.lte(10_000)),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = { version: 1, sites: { on: [], off: [] }, dwellMs: 300 };

/** Settings as stored, whatever wrote them. What cannot be understood is replaced by its default, part by part. */
export function parseSettings(stored: unknown): Settings {
  const whole = settingsSchema.safeParse(stored);
  if (whole.success) return whole.data;
  const parts = partsSchema.safeParse(stored);
  if (!parts.success) return defaultSettings;
  const { sites, dwellMs } = parts.data;
  return settingsSchema.parse({
    ...defaultSettings,
    sites: { on: keepPatterns(sites?.on), off: keepPatterns(sites?.off) },
    dwellMs: settingsSchema.shape.dwellMs.safeParse(dwellMs).data ?? defaultSettings.dwellMs,
  });
}

const partsSchema = z.object({
  sites: z.catch(z.optional(z.object({ on: z.unknown(), off: z.unknown() })), undefined),
  dwellMs: z.unknown(),
});

function keepPatterns(stored: unknown): string[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((pattern) => sitePatternSchema.safeParse(pattern).data ?? []).slice(0, 10_000);
}
