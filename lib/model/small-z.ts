/**
 * The part of zod that the schemas of messages and settings use, in a fourteenth of its size. The annotator's bundle takes
 * it in the place of `z.ts` (see `small-schemas.ts`), since zod alone would take two thirds of what a script that runs in
 * every page may weigh, and so does that of the background, which is read anew each time it wakes. It accepts and refuses
 * what zod does; `tests/unit/model/small-z.test.ts` compares the two. It does not say why it refuses.
 */
class Schema {
  /** Returns what was parsed, or `refused`. */
  readonly read: (value: unknown) => unknown;
  readonly isOptional: boolean;
  readonly shape: Shape;
  readonly meanings: readonly unknown[];

  constructor(read: (value: unknown) => unknown, { isOptional = false, shape = {}, meanings = [] }: Traits = {}) {
    this.read = read;
    this.isOptional = isOptional;
    this.shape = shape;
    this.meanings = meanings;
  }

  check(...checks: readonly Check[]): Schema {
    return new Schema((value) => checks.reduce((so, check) => (so === refused ? so : check(so)), this.read(value)));
  }

  safeParse(value: unknown): { readonly success: boolean; readonly data: unknown } {
    const data = this.read(value);
    return { success: data !== refused, data };
  }

  parse(value: unknown): unknown {
    const { success, data } = this.safeParse(value);
    if (!success) throw new TypeError('Refused');
    return data;
  }
}

type Shape = Readonly<Record<string, Schema>>;
type Check = (value: unknown) => unknown;

interface Traits {
  readonly isOptional?: boolean;
  readonly shape?: Shape;
  /** What a literal stands for. */
  readonly meanings?: readonly unknown[];
}

const refused = Symbol('refused');

function only(test: (value: unknown) => boolean, traits?: Traits): Schema {
  return new Schema((value) => (test(value) ? value : refused), traits);
}

function keep(test: (value: never) => boolean): Check {
  return (value) => (test(value as never) ? value : refused);
}

function object(shape: Shape): Schema {
  const fields = Object.entries(shape);
  const read = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused;
    const data: Record<string, unknown> = {};
    for (const [key, schema] of fields) {
      if (!(key in value)) {
        if (schema.isOptional) continue;
        return refused;
      }
      const field = schema.read(value[key as keyof typeof value]);
      if (field === refused) return refused;
      data[key] = field;
    }
    return data;
  };
  return new Schema(read, { shape });
}

function array(item: Schema): Schema {
  return new Schema((value) => {
    if (!Array.isArray(value)) return refused;
    const data = value.map((entry) => item.read(entry));
    return data.includes(refused) ? refused : data;
  });
}

function discriminatedUnion(key: string, options: readonly Schema[]): Schema {
  return new Schema((value) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return refused;
    const tag: unknown = value[key as keyof typeof value];
    return options.find(({ shape }) => shape[key]?.meanings.includes(tag))?.read(value) ?? refused;
  });
}

/** In whole characters, as zod counts them. */
function lengthOf(value: string | readonly unknown[]): number {
  return typeof value === 'string' ? value.length - (value.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0) : value.length;
}

export const z = {
  object,
  array,
  discriminatedUnion,
  string: () => only((value) => typeof value === 'string'),
  number: () => only(Number.isFinite),
  int: () => only(Number.isSafeInteger),
  boolean: () => only((value) => typeof value === 'boolean'),
  custom: (test: (value: unknown) => boolean) => only(test),
  unknown: () => new Schema((value) => value),
  literal: (wanted: unknown) => only((value) => value === wanted, { meanings: [wanted] }),
  enum: (values: readonly unknown[]) => only((value) => values.includes(value)),
  optional: (schema: Schema) =>
    new Schema((value) => (value === undefined ? value : schema.read(value)), { isOptional: true }),
  minLength: (least: number) => keep((value: string) => lengthOf(value) >= least),
  maxLength: (most: number) => keep((value: string) => value.length <= most || lengthOf(value) <= most),
  gte: (least: number) => keep((value: number) => value >= least),
  lte: (most: number) => keep((value: number) => value <= most),
  lt: (above: number) => keep((value: number) => value < above),
  regex: (pattern: RegExp) => keep((value: string) => pattern.test(value)),
  refine: (test: (value: never) => boolean) => keep(test),
  trim: (): Check => (value) => (value as string).trim(),
};
