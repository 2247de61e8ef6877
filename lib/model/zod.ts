import * as zod from 'zod/mini';

export type { infer, ZodMiniType } from 'zod/mini';
export {
  array, boolean, catch, config, custom, discriminatedUnion, enum, extend, gte, int, literal, lt, lte, nullable, number,
  object, omit, optional, pipe, prettifyError, record, refine, regex, safeParse, strictObject, string, transform, trim, tuple, union, unknown,
} from 'zod/mini';

/*
 * zod measures whatever has a `length`, also what it has just refused because it is neither text nor list, and throws
 * where that length is an object that cannot be compared: `{"length":{"valueOf":0,"toString":0}}` would end an import.
 */

// @__NO_SIDE_EFFECTS__
export function maxLength(most: number): ReturnType<typeof zod.maxLength> {
  return ofTextsAndLists(zod.maxLength(most));
}

// @__NO_SIDE_EFFECTS__
export function minLength(least: number): ReturnType<typeof zod.minLength> {
  return ofTextsAndLists(zod.minLength(least));
}

function ofTextsAndLists<Check extends ReturnType<typeof zod.maxLength> | ReturnType<typeof zod.minLength>>(check: Check): Check {
  check._zod.def.when = ({ value }) => typeof value === 'string' || Array.isArray(value);
  return check;
}
