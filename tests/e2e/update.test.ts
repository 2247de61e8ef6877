import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBrowserWindow } from '../../scripts/browsers/firefox-extension';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { placeOfMark } from '../../scripts/browsers/marks';
import { builtExtension } from '../support/built-extension';
import { packExtension } from '../support/packed-extension';
import { openWorld, type World } from '../support/world';

declare global {
  var formerMarks: Highlight | undefined;
}

/** As the browser's own page of extensions has it. */
declare const chrome: {
  readonly developerPrivate: {
    updateProfileConfiguration(change: { readonly inDeveloperMode: boolean }): Promise<void>;
    reload(id: string): Promise<void>;
  };
};

const nextVersion = '0.1.1';

describe.each(browserNames)('an update of Sidelight in %s', (browser) => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-update-'));
  let world: World;

  beforeAll(async () => {
    cpSync(builtExtension(browser), folder, { recursive: true });
    world = await openWorld(browser, [], folder);
    await world.followStand();
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it('comes to open tabs by itself, in place of the version before', async () => {
    const behind = await world.openArticle('sessions-house-panel');
    await world.annotated(behind);
    const page = await world.openArticle('sessions-memory-house-hearing');
    await world.annotated(page);
    for (const each of [behind, page]) {
      await each.evaluate(() => {
        globalThis.formerMarks = CSS.highlights.get('sidelight');
      });
    }
    await update();
    for (const each of [page, behind]) {
      await each.bringToFront();
      await each.waitForFunction(() => {
        const marks = CSS.highlights.get('sidelight');
        return marks !== undefined && marks !== globalThis.formerMarks && marks.size > 0;
      });
      expect(await each.evaluate(() => [...CSS.highlights.keys()])).toEqual(['sidelight']);
      const { x, y } = (await placeOfMark(each, 0))!;
      await each.mouse.move(x, y);
      await each.waitForSelector('sidelight-card');
      expect(await each.$$('sidelight-card')).toHaveLength(1);
    }
  });

  function update(): Promise<void> {
    return browser === 'chromium' ? updateInChromium() : updateInFirefox();
  }

  /** As of one that is loaded from a folder, in which the next version lies by now. */
  async function updateInChromium(): Promise<void> {
    const manifest = join(folder, 'manifest.json');
    writeFileSync(manifest, JSON.stringify({ ...(JSON.parse(readFileSync(manifest, 'utf8')) as object), version: nextVersion }));
    const { options } = world.sidelight;
    const extensions = await options.browser().newPage();
    await extensions.goto('chrome://extensions/');
    await extensions.evaluate(async (id) => {
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.reload(id);
    }, new URL(options.url()).host);
    await extensions.close();
  }

  async function updateInFirefox(): Promise<void> {
    const file = join(folder, 'next.xpi');
    writeFileSync(file, packExtension(builtExtension('firefox'), nextVersion));
    await inBrowserWindow(world.sidelight.options.browser(), `
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
      await AddonManager.installTemporaryAddon(new FileUtils.File(${JSON.stringify(file)}));`);
  }
});
