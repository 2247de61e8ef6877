import { afterEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { askPanel, settlePanelAsk, watchPanelAsks } from '../../../lib/platform/panel-asks';

afterEach(async () => {
  vi.useRealTimers();
  await browser.storage.session.clear();
});

const ask = { tabId: 7, entity: 'jeff-sessions' };

/** What a panel that opens now is told, up to when all that was stored has been read. */
async function toldNow(): Promise<unknown[]> {
  const told: unknown[] = [];
  const stop = watchPanelAsks((heard) => told.push(heard.ok && heard.value));
  await browser.storage.session.get();
  await Promise.resolve();
  stop();
  return told;
}

describe('watchPanelAsks', () => {
  it('tells a panel that is open, and one that opens soon after', async () => {
    const told: unknown[] = [];
    const stop = watchPanelAsks((heard) => told.push(heard.ok && heard.value));
    await askPanel(ask);
    expect(told).toEqual([ask]);
    stop();
    expect(await toldNow()).toEqual([ask]);
  });

  it('tells nothing that is settled, long ago, or not of its own making', async () => {
    await askPanel(ask);
    await settlePanelAsk();
    expect(await toldNow()).toEqual([]);
    await browser.storage.session.set({ 'panel-ask': { tabId: 'seven' } });
    expect(await toldNow()).toEqual([]);
    vi.useFakeTimers({ toFake: ['Date'] });
    await askPanel(ask);
    vi.setSystemTime(Date.now() + 120_000);
    expect(await toldNow()).toEqual([]);
  });
});
