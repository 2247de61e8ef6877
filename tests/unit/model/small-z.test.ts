import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { contentProtocol, tabProtocol } from '../../../lib/messaging/content-protocol';
import { smallSchemas } from '../../../scripts/small-schemas';

interface Parser {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}
type Parsers = Readonly<Record<string, { readonly request: Parser; readonly reply: Parser }>>;

const withZod: Parsers = { ...contentProtocol, ...tabProtocol };
let withSmallZ: Parsers;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: [smallSchemas] },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('../../../lib/messaging/content-protocol.ts', import.meta.url)),
        formats: ['es'],
      },
    },
  });
  const [output] = [built].flat();
  const code = output && 'output' in output ? output.output[0].code : '';
  const bundled = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
    contentProtocol: Parsers;
    tabProtocol: Parsers;
  };
  withSmallZ = { ...bundled.contentProtocol, ...bundled.tabProtocol };
}, 60_000);

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

  it('counts a character beyond the first plane once, as zod does', () => {
    const title = (text: string) => ({ entity: 'x', alongside: [], page: { url: 'https://a.test/', title: text } });
    const request = 'show-coverage';
    for (const text of ['🗞️'.repeat(500), '🗞'.repeat(1_000), '🗞'.repeat(1_001), 'x'.repeat(1_001), '\uD83D'.repeat(1_001)]) {
      const expected = withZod[request]?.request.safeParse(title(text)).success;
      expect(withSmallZ[request]?.request.safeParse(title(text)).success).toBe(expected);
    }
  });
});

const texts = fc.oneof(
  fc.constantFrom(
    'https://example.test/a', 'http://example.test', 'javascript:alert(1)', 'file:///etc', '/a', '', ' ', 'x',
    '2019-05-14T06:30:00Z', '2019-05-14T06:30:00.123Z', '2019-05-14', 'x'.repeat(512), 'x'.repeat(513), 'x'.repeat(2_001),
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const numbers = fc.constantFrom(0, 1, 0.5, -1, 1.5, 4_999, 5_000, 50_001, NaN, Infinity, 2 ** 53, -0);
const junk = fc.oneof(fc.anything({ maxDepth: 1 }), texts, numbers);

/** Values that a schema nearly accepts: of its own shape, with something wrong here and there. */
function almost(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: right(schema as z.core.$ZodTypes) }, { weight: 1, arbitrary: junk });
}

function right(schema: z.core.$ZodTypes): fc.Arbitrary<unknown> {
  const { def } = schema._zod;
  if (def.type === 'object') {
    const fields = Object.entries(def.shape).map(([key, field]) => [key, almost(field)] as const);
    const whole = fc.record(Object.fromEntries(fields));
    const partial = fc.record(Object.fromEntries([...fields, ['more', junk] as const]), { requiredKeys: [] });
    return fc.oneof({ weight: 20, arbitrary: whole }, { weight: 1, arbitrary: partial });
  }
  if (def.type === 'array') return fc.array(almost(def.element), { maxLength: 3 });
  if (def.type === 'union') return fc.oneof(...def.options.map(almost));
  if (def.type === 'optional') return fc.oneof(fc.constant(undefined), almost(def.innerType));
  if (def.type === 'literal') return fc.constantFrom(...def.values);
  if (def.type === 'enum') return fc.constantFrom(...Object.values(def.entries));
  if (def.type === 'boolean') return fc.boolean();
  if (def.type === 'string') return rightText(schema);
  if (def.type === 'number') return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(0, 1) }, { weight: 1, arbitrary: numbers });
  return junk;
}

/** A text that passes the schema's own checks, most of the time. */
function rightText(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const passing = ['https://example.test/a', '2019-05-14T06:30:00Z', 'x'].filter(
    (text) => (schema as z.ZodMiniType).safeParse(text).success,
  );
  return passing.length === 0
    ? texts
    : fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...passing) }, { weight: 1, arbitrary: texts });
}
