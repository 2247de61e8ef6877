import { describe, expect, it } from 'vitest';
import { switchSiteOff, switchSiteOn } from '../../../lib/services/switch-sites';
import { defaultSettings } from '../../../lib/settings/settings';
import type { Settings } from '../../../lib/settings/settings';

const herald = 'http://herald.test/*';

/** A browser that answers as it is told, and a record of what was done in which order. */
function fakePorts(answer: () => Promise<boolean>) {
  let settings: Settings = defaultSettings;
  const done: string[] = [];
  return {
    done,
    sitesOn: () => settings.sites.on,
    request: (patterns: readonly string[]) => {
      done.push(`asked for ${patterns.join()}`);
      return answer();
    },
    change: (update: (settings: Settings) => Settings) => {
      settings = update(settings);
      done.push(`on: ${settings.sites.on.join()}`);
      return Promise.resolve();
    },
    follow: () => {
      done.push('followed');
      return Promise.resolve();
    },
  };
}

describe('switchSiteOn', () => {
  it('asks before anything else, and notes the wish before the answer', async () => {
    let agree: (answer: boolean) => void = () => undefined;
    const ports = fakePorts(() => new Promise((resolve) => (agree = resolve)));
    const switched = switchSiteOn(herald, ports);
    expect(ports.done[0]).toBe(`asked for ${herald}`);
    await Promise.resolve();
    expect(ports.sitesOn()).toEqual([herald]);
    expect(ports.done).not.toContain('followed');
    agree(true);
    expect(await switched).toMatchObject({ ok: true });
    expect(ports.done.at(-1)).toBe('followed');
  });

  it.each([
    ['the reader refuses', () => Promise.resolve(false)],
    ['the browser cannot ask', () => Promise.reject(new Error('no click'))],
  ])('takes the wish back when %s', async (_, answer) => {
    const ports = fakePorts(answer);
    expect(await switchSiteOn(herald, ports)).toEqual({ ok: false, failure: { kind: 'no-permission' } });
    expect(ports.sitesOn()).toEqual([]);
    expect(ports.done).not.toContain('followed');
  });
});

describe('switchSiteOff', () => {
  it('switches the site off and lets open pages follow', async () => {
    const ports = fakePorts(() => Promise.resolve(true));
    await switchSiteOn(herald, ports);
    expect(await switchSiteOff(herald, ports)).toMatchObject({ ok: true });
    expect(ports.sitesOn()).toEqual([]);
    expect(ports.done.at(-1)).toBe('followed');
  });
});
