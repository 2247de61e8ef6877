import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browsers/find-browser';
import { inBrowserWindow } from '../../scripts/browsers/firefox-extension';
import { launchBrowser, type RunningBrowser } from '../../scripts/browsers/launch-browser';
import { untilThere } from '../../scripts/browsers/patience';
import { thisMachine } from '../../scripts/browsers/this-machine';
import { builtExtension } from '../support/built-extension';
import { packExtension } from '../support/packed-extension';

declare const chrome: ExtensionApi;

const geckoId = 'sidelight@sidelight.example';
const patienceMs = 20_000;

/** Only what is installed from a file, and not loaded from a folder, is greeted; Chromium takes files from its shop alone. */
describe('the greeting of who installs Sidelight in Firefox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-greeting-'));
  let running: RunningBrowser;

  beforeAll(async () => {
    const found = findBrowser('firefox', thisMachine);
    if (!found.ok) throw new Error(found.problem);
    running = await launchBrowser({ name: 'firefox', path: found.path, headless: true, hostsOnLoopback: [] });
  });

  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  /** Resolves when the browser has it running. */
  async function install(version: string): Promise<void> {
    const file = join(folder, `${version}.xpi`);
    writeFileSync(file, packExtension(builtExtension('firefox'), version));
    await inBrowserWindow(running.browser, `
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
      const install = await AddonManager.getInstallForFile(new FileUtils.File(${JSON.stringify(file)}));
      await install.install();
      await WebExtensionPolicy.getByID(install.addon.id).extension.promiseBackgroundStarted();`);
  }

  const openPages = async (): Promise<string[]> =>
    JSON.parse((await inBrowserWindow(running.browser, 'return JSON.stringify(gBrowser.tabs.map((tab) => [tab.linkedBrowser.currentURI.spec, tab.linkedBrowser.contentTitle].join(" ")))')) ?? '[]') as string[];
  const welcomes = async (): Promise<string[]> => (await openPages()).filter((page) => page.includes('/welcome.html'));

  /** What the settings say of a new version; empty where they say nothing. */
  async function noted(): Promise<string> {
    const host = await inBrowserWindow(running.browser, `return WebExtensionPolicy.getByID(${JSON.stringify(geckoId)}).mozExtensionHostname`);
    const page = await running.browser.newPage();
    await page.goto(`moz-extension://${host}/options.html`, { waitUntil: [] });
    await page.waitForSelector('main .empty');
    const said = await page.evaluate(async () => {
      await chrome.storage.local.get('updatedTo');
      return /Sidelight is \S+ now/.exec(document.body.innerText)?.[0] ?? '';
    });
    await page.close();
    return said;
  }

  it('opens the welcome page once, notes an update quietly, and says nothing of a reload', async () => {
    await install('0.1.1');
    expect(await untilThere(async () => (await welcomes()).find((page) => page.endsWith('Welcome to Sidelight')), patienceMs)).toBeDefined();
    expect([await welcomes(), await noted()]).toMatchObject([{ length: 1 }, '']);

    await install('0.1.2');
    expect(await untilThere(async () => ((await noted()) === 'Sidelight is 0.1.2 now' ? true : undefined), patienceMs)).toBe(true);
    // A new version closes the old one's pages, and opens none.
    expect(await welcomes()).toEqual([]);

    await inBrowserWindow(running.browser, `
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID(${JSON.stringify(geckoId)});
      await addon.disable();
      await addon.enable();
      await WebExtensionPolicy.getByID(${JSON.stringify(geckoId)}).extension.promiseBackgroundStarted();`);
    expect(await untilThere(async () => ((await noted()) === 'Sidelight is 0.1.2 now' ? true : undefined), patienceMs)).toBe(true);
    expect(await welcomes()).toEqual([]);
  });
});
