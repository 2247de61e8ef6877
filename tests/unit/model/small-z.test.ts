import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { contentProtocol, tabProtocol } from '../../../lib/messaging/content-protocol';
import { defaultSettings, parseSettings } from '../../../lib/settings/settings';
import { smallSchemas } from '../../../scripts/small-schemas';
import { almost, junk } from '../../support/almost';

interface Parser {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}
type Parsers = Readonly<Record<string, { readonly request: Parser; readonly reply: Parser }>>;

const withZod: Parsers = { ...contentProtocol, ...tabProtocol };
let withSmallZ: Parsers;
let parseWithSmallZ: typeof parseSettings;

beforeAll(async () => {
  const bundled = await bundledWithSmallZ<{ contentProtocol: Parsers; tabProtocol: Parsers }>('messaging/content-protocol.ts');
  withSmallZ = { ...bundled.contentProtocol, ...bundled.tabProtocol };
  parseWithSmallZ = (await bundledWithSmallZ<{ parseSettings: typeof parseSettings }>('settings/settings.ts')).parseSettings;
}, 60_000);

async function bundledWithSmallZ<Module>(file: string): Promise<Module> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: [smallSchemas] },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL(`../../../lib/${file}`, import.meta.url)), formats: ['es'] },
    },
  });
  const [output] = [built].flat();
  const code = output && 'output' in output ? output.output[0].code : '';
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as Module;
}

describe('small-z', () => {
  it.each(Object.keys(withZod).flatMap((kind) => [[kind, 'request'] as const, [kind, 'reply'] as const]))(
    'accepts, refuses and returns what zod does for the %s %s',
    (kind, side) => {
      const [zod, small] = [withZod[kind]?.[side], withSmallZ[kind]?.[side]];
      if (!zod || !small) throw new Error(`${kind} has no ${side}`);
      const outcomes = { accepted: 0, refused: 0 };
      fc.assert(
        fc.property(fc.oneof({ weight: 9, arbitrary: almost(zod as z.ZodMiniType) }, { weight: 1, arbitrary: junk }), (value) => {
          const [expected, actual] = [zod.safeParse(value), small.safeParse(value)];
          expect(actual.success).toBe(expected.success);
          if (expected.success) expect(actual.data).toEqual(expected.data);
          outcomes[expected.success ? 'accepted' : 'refused']++;
        }),
        { numRuns: 500 },
      );
      // Both must have happened often, or this compared nothing.
      expect(outcomes.accepted).toBeGreaterThan(20);
      expect(outcomes.refused).toBeGreaterThan(20);
    },
  );

  it('makes the same of stored settings, whatever they are', () => {
    const part = fc.oneof(junk, fc.constantFrom(1, 5_000, true, 'few', 'dark', [], ['person'], ['http://a.test/*', 'a.test', 7]));
    const damaged = fc.dictionary(fc.constantFrom(...Object.keys(defaultSettings), 'scheme', 'other'), fc.oneof(part, fc.record({ on: part, off: part, articles: part, megabytes: part }, { requiredKeys: [] })));
    fc.assert(
      fc.property(fc.oneof(junk, damaged, damaged.map((parts) => ({ ...defaultSettings, ...parts }))), (stored) => {
        expect(parseWithSmallZ(stored)).toEqual(parseSettings(stored));
      }),
      { numRuns: 1_000 },
    );
  });

  it('counts a character beyond the first plane once, as zod does', () => {
    const title = (text: string) => ({ entity: 'x', alongside: [], page: { url: 'https://a.test/', title: text } });
    const request = 'show-coverage';
    for (const text of ['🗞️'.repeat(500), '🗞'.repeat(1_000), '🗞'.repeat(1_001), 'x'.repeat(1_001), '\uD83D'.repeat(1_001)]) {
      const expected = withZod[request]?.request.safeParse(title(text)).success;
      expect(withSmallZ[request]?.request.safeParse(title(text)).success).toBe(expected);
    }
  });
});
