import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the stand's articles, drawings, designs and pack are on this computer. */
export const standFolder = dirname(fileURLToPath(import.meta.url));
