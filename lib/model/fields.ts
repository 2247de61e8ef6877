import { limits } from './limits';
import { z } from './z';

/* Apart from those of `web-fields.ts`, which the annotator would carry and never use. */

export const idSchema = z.string().check(z.minLength(1), z.maxLength(limits.idLength));

export const confidenceSchema = z.number().check(z.gte(0), z.lte(1));
