import { beforeEach, describe, expect, it } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing';
import { createSettingsStore } from '../../../lib/platform/settings-store';
import { defaultSettings } from '../../../lib/settings/settings';
import type { Settings } from '../../../lib/settings/settings';
import { switchSite } from '../../../lib/settings/sites';

const gazette = 'https://gazette.test/*';
const herald = 'https://herald.test/*';

describe('createSettingsStore', () => {
  beforeEach(() => fakeBrowser.reset());

  it('reads the defaults before anything was stored, and after something strange was', async () => {
    expect(await createSettingsStore().read()).toEqual(defaultSettings);
    await browser.storage.local.set({ settings: 'strange' });
    expect(await createSettingsStore().read()).toEqual(defaultSettings);
  });

  it('keeps changes that are asked for at the same time', async () => {
    const store = createSettingsStore();
    await Promise.all([gazette, herald].map((site) => store.change((settings) => switchSite(settings, site, true))));

    expect((await createSettingsStore().read()).sites.on).toEqual([gazette, herald]);
  });

  it('takes over what was stored elsewhere, but for the sites', async () => {
    const store = createSettingsStore();
    await store.change((settings) => switchSite(settings, gazette, true));
    await store.restore({ ...switchSite(defaultSettings, herald, true), dwellMs: 500 });

    expect(await store.read()).toMatchObject({ dwellMs: 500, sites: { on: [gazette] } });
    await store.restore('strange');
    expect(await store.read()).toMatchObject({ dwellMs: defaultSettings.dwellMs, sites: { on: [gazette] } });
  });

  it('tells of changes until that is ended', async () => {
    const store = createSettingsStore();
    const heard: Settings[] = [];
    const end = store.onChanged((settings) => heard.push(settings));
    await createSettingsStore().change((settings) => ({ ...settings, dwellMs: 500 }));
    end();
    await store.change((settings) => ({ ...settings, dwellMs: 700 }));

    expect(heard.map(({ dwellMs }) => dwellMs)).toEqual([500]);
  });
});
