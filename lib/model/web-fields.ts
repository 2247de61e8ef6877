import { limits } from './limits';
import { z } from './z';

/** An http(s) address. Everything else (`javascript:`, `data:`, `file:`) is refused before it can become a link. */
export const webUrlSchema = z.string().check(
  z.maxLength(limits.urlLength),
  z.refine((value) => {
    try {
      return /^https?:$/.test(new URL(value).protocol);
    } catch {
      return false;
    }
  }),
);

/** A moment as an ISO 8601 string in UTC, so that string order is time order. */
export const momentSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/));
