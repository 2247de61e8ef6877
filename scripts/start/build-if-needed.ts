import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension, extensionFolder } from '../build-extension';
import { knownBrowsers, type BrowserName } from '../browsers/known-browsers';
import { projectFolder } from '../project-folder';

/** Everything that goes into a build. */
const ingredients = ['entrypoints', 'components', 'lib', 'assets', 'public', 'wxt.config.ts', 'package-lock.json'];

/** Builds the extension unless the build that is there is newer than all that goes into it. A sentence if it fails. */
export async function buildIfNeeded(browser: BrowserName, say: (progress: string) => void): Promise<string | undefined> {
  const manifest = join(extensionFolder(browser), 'manifest.json');
  const newest = Math.max(...ingredients.map((name) => newestChange(join(projectFolder, name))));
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newest) return undefined;
  say(`Building Sidelight for ${knownBrowsers[browser].title} …`);
  const { succeeded, output } = await buildExtension(browser);
  if (succeeded) return undefined;
  say(output);
  return 'Sidelight could not be built; the build says why above.';
}

/** Of a file or of anything in a folder, folders too, so that a removed file counts; 0 for what is not there. */
function newestChange(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
