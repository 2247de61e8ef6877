import { fileURLToPath } from 'node:url';

/** Puts `lib/model/small-z.ts` in the place of zod in a bundle that has to be small: an alias of Vite. */
export const smallSchemas = {
  find: /^\.{1,2}\/(?:model\/)?z$/,
  replacement: fileURLToPath(new URL('../lib/model/small-z.ts', import.meta.url)),
};
