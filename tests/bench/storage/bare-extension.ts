import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../../scripts/browsers/known-browsers';

/** The folder of an extension whose background replies and does nothing else: what a browser takes to wake any. */
export function bareExtension(browser: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-bare-'));
  const background = browser === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] };
  const manifest = {
    manifest_version: 3, name: 'Bare', version: '1', background,
    ...(browser === 'firefox' && { browser_specific_settings: { gecko: { id: 'bare@sidelight.example' } } }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'options.html'), '<!doctype html><title>Bare</title>');
  writeFileSync(join(folder, 'background.js'), 'chrome.runtime.onMessage.addListener((_, __, reply) => { reply({ state: "done" }); });');
  return folder;
}
