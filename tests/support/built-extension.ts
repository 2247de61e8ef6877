import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../../scripts/browsers/known-browsers';
import { extensionFolder } from '../../scripts/build-extension';

/** The folder of the built extension, which these tests need as a reader would get it. */
export function builtExtension(browser: BrowserName): string {
  const folder = extensionFolder(browser);
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`There is no build for ${browser}: run \`npm run build\` first, or \`npm test\`, which does.`);
  }
  return folder;
}
