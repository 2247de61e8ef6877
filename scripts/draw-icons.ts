import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browsers/find-browser';
import { launchBrowser } from './browsers/launch-browser';
import { thisMachine } from './browsers/this-machine';
import { projectFolder } from './project-folder';

// Draws the toolbar's icons from assets/icon.svg, in the sizes that the browsers ask for. Run it when the icon changes.

const sizes = [16, 32, 48, 128] as const;
const folder = join(projectFolder, 'public', 'icon');
const drawing = readFileSync(join(projectFolder, 'assets', 'icon.svg'), 'utf8');

const found = findBrowser('chromium', thisMachine);
if (!found.ok) throw new Error(found.problem);
mkdirSync(folder, { recursive: true });
const { browser, close } = await launchBrowser({ name: 'chromium', path: found.path, headless: true, hostsOnLoopback: [] });
try {
  const page = await browser.newPage();
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true });
  }
} finally {
  await close();
}
