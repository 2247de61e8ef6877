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

/** The same for a file's first line, which may be that of another kind of file, or of a newer Sidelight's. */
export function parseHeaderLine<T>(line: string, schema: z.ZodMiniType<T>, kind: keyof typeof formats): Result<T> {
  const parsed = parseLine(line, schema, kind);
  if (parsed.ok) return parsed;
  const [, format = ''] = /"format" *: *"sidelight-(pack|coverage|base)\/[1-9]\d*"/.exec(line.slice(0, 2_000)) ?? [];
  if (format === formats[kind].format && line.includes(`${format}/1"`)) return parsed;
  if (format === formats[kind].format) return fail(kind, 'a newer Sidelight wrote it');
  const other = Object.values(formats).find((one) => one.format === format);
  return other ? fail(kind, `it is ${other.name}`) : parsed;
}

const formats = {
  'not-a-pack': { format: 'pack', name: 'a pack' },
  'not-coverage': { format: 'coverage', name: 'a file of articles' },
  'not-a-base': { format: 'base', name: 'a file with everything, to be restored' },
} as const;

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
