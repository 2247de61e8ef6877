import { describe, expect, it } from 'vitest';
import { fetchFullTexts } from '../../../lib/services/fetch-full-texts';
import { previewSource } from '../../../lib/services/add-source';
import { createHostTurns } from '../../../lib/services/host-turns';
import { createKeptHostTurns, type HostWait } from '../../../lib/services/kept-host-turns';
import { createPorts, type Answer } from './source-ports';

function storeOf(kept: Map<string, string>) {
  return {
    list: () => Promise.resolve([...kept].map(([host, until]): HostWait => ({ host, until }))),
    keep: ({ host, until }: HostWait) => {
      kept.set(host, until);
      return Promise.resolve();
    },
  };
}

/** A background that has just begun, over what an earlier one kept. */
function startAnew(kept: Map<string, string>, web: Record<string, Answer>) {
  const { ports, requests } = createPorts(web);
  const hosts = createKeptHostTurns(createHostTurns(() => Promise.resolve()), storeOf(kept));
  return { ports: { ...ports, hosts }, requests };
}

describe('createKeptHostTurns', () => {
  it('keeps what an article page asked for beyond the end of the background', async () => {
    const kept = new Map<string, string>();
    const web = { 'https://a.example/1': { status: 429 } };
    const texts = {
      take: () => Promise.resolve([{ id: '1', url: 'https://a.example/1' }]),
      store: () => Promise.reject(new Error('Nothing was answered')),
      sentTo: () => Promise.reject(new Error('Nobody sent it on')),
    };
    const first = startAnew(kept, web);
    await fetchFullTexts({ ...first.ports, texts });
    expect([...kept]).toEqual([['a.example', '2018-01-01T00:15:00Z']]);

    const second = startAnew(kept, web);
    await fetchFullTexts({ ...second.ports, texts });
    expect(second.requests).toEqual([]);
    const over = startAnew(kept, web);
    await fetchFullTexts({ ...over.ports, texts, now: () => '2018-01-01T00:15:01Z' });
    expect(over.requests).toHaveLength(1);
  });

  it('keeps what a feed asked for that is no source yet', async () => {
    const kept = new Map<string, string>();
    const web = { 'https://a.example/feed': { status: 503, headers: { 'retry-after': '3600' } } };
    await previewSource('https://a.example/feed', startAnew(kept, web).ports);
    const second = startAnew(kept, web);
    expect(await previewSource('https://a.example/feed', second.ports)).toEqual({
      ok: false,
      failure: { kind: 'asked-to-wait', detail: 'a.example' },
    });
    expect(second.requests).toEqual([]);
  });

  it('writes down only what is longer than what is known', async () => {
    const kept = new Map([['a.example', '2018-01-03T00:00:00Z']]);
    const { ports } = startAnew(kept, {});
    await ports.hosts.leaveAlone('a.example', '2018-01-02T00:00:00Z');
    expect(kept.get('a.example')).toBe('2018-01-03T00:00:00Z');
    expect(ports.hosts.leftAloneUntil('a.example')).toBe('2018-01-03T00:00:00Z');
  });

  it('asks nobody while what was kept cannot be read, and reads it again', async () => {
    const lists = [() => Promise.reject(new Error('blocked')), () => Promise.resolve([{ host: 'a.example', until: '2018-01-02T00:00:00Z' }])];
    const store = { list: () => lists.shift()?.() ?? Promise.resolve([]), keep: () => Promise.resolve() };
    const hosts = createKeptHostTurns(createHostTurns(() => Promise.resolve()), store);
    await expect(hosts.inTurn('a.example', () => Promise.resolve('asked'))).rejects.toThrow('blocked');
    await hosts.inTurn('b.example', () => Promise.resolve('asked'));
    expect(hosts.leftAloneUntil('a.example')).toBe('2018-01-02T00:00:00Z');
  });
});
