import { fail, succeed, type FailureKind, type Result } from '../errors/failure';
import { z } from '../model/z';

/**
 * One line of JSON through a schema. The failure's detail is a reason that fits behind a line number ("name is
 * missing or not usable"); it names fields and never repeats what stood in them.
 */
export function parseLine<T>(line: string, schema: z.ZodMiniType<T>, kind: FailureKind): Result<T> {
  const json = parseJson(line);
  return json.ok ? parseValue(json.value, schema, kind) : fail(kind, 'it is not JSON');
}

/** The same for what is no text any more. */
export function parseValue<T>(value: unknown, schema: z.ZodMiniType<T>, kind: FailureKind): Result<T> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return succeed(parsed.data);
  const field = parsed.error.issues[0]?.path[0];
  return fail(kind, typeof field === 'string' ? `${field} is missing or not usable` : 'it is not a JSON object');
}

function parseJson(line: string): Result<unknown> {
  try {
    return succeed(JSON.parse(line) as unknown);
  } catch {
    // What a parser says of the text around a fault is of no use to a reader.
    return fail('unexpected');
  }
}

/** What a file leaves open may also be written as null. */
export function absentIfNull(value: unknown): unknown {
  return value ?? undefined;
}
