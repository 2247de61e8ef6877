import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this checkout. */
export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Where what can be made again is put: screenshots, test reports. */
export const reportsFolder = join(projectFolder, 'reports');
