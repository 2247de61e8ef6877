import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBrowserWindow } from '../../scripts/browsers/firefox-extension';
import { builtExtension } from '../support/built-extension';
import { packExtension } from '../support/packed-extension';
import { openWorld, type World } from '../support/world';

declare global {
  var formerMarks: Highlight | undefined;
}

/** Chromium takes new versions from its shop alone. */
describe('an update of Sidelight in Firefox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-update-'));
  let world: World;

  beforeAll(async () => {
    world = await openWorld('firefox');
    await world.followStand();
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it('comes to open tabs by itself, in place of the version before', async () => {
    const page = await world.openArticle('sessions-memory-house-hearing');
    await world.annotated(page);
    await page.evaluate(() => {
      globalThis.formerMarks = CSS.highlights.get('sidelight');
    });
    const file = join(folder, 'next.xpi');
    writeFileSync(file, packExtension(builtExtension('firefox'), '0.1.1'));
    await inBrowserWindow(page.browser(), `
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
      await AddonManager.installTemporaryAddon(new FileUtils.File(${JSON.stringify(file)}));`);
    await page.waitForFunction(() => {
      const marks = CSS.highlights.get('sidelight');
      return marks !== undefined && marks !== globalThis.formerMarks && marks.size > 0;
    });
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual(['sidelight']);
  });
});
