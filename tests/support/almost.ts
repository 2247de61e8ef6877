import fc from 'fast-check';
import type * as z from 'zod/mini';

const texts = fc.oneof(
  fc.constantFrom(
    'https://example.test/a', 'http://example.test', 'javascript:alert(1)', 'file:///etc', '/a', '', ' ', 'x',
    '2019-05-14T06:30:00Z', '2019-05-14T06:30:00.123Z', '2019-05-14', 'x'.repeat(512), 'x'.repeat(513), 'x'.repeat(2_001),
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const numbers = fc.constantFrom(0, 1, 0.5, -1, 1.5, 4_999, 5_000, 50_001, NaN, Infinity, 2 ** 53, -0);
export const junk = fc.oneof(fc.anything({ maxDepth: 1 }), texts, numbers);

/** Values that a schema nearly accepts: of its own shape, with something wrong here and there. */
export function almost(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
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
  if (def.type === 'custom') return fc.constantFrom('unexpected', 'no-answer');
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
