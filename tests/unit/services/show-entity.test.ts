import { describe, expect, it } from 'vitest';
import { backgroundProtocol } from '../../../lib/messaging/protocol';
import { showEntity, type EntityReports, type ShowEntityPorts } from '../../../lib/services/show-entity';

const first = { id: 'a1', title: 'The first', outlet: 'Post', url: 'http://post.test/1', published: '2017-01-10T00:00:00Z' };

function portsOf(found: Partial<EntityReports>, muted: readonly string[] = []): ShowEntityPorts {
  const reports = { articles: 0, months: new Map(), outlets: new Map(), ...found };
  return {
    reports: { reportsOf: () => Promise.resolve(reports), page: () => Promise.resolve({ items: [] }) },
    entities: { entities: (ids) => Promise.resolve(ids.includes('js') ? [{ id: 'js', name: 'Jeff Sessions', aliases: ['Sessions'] }] : []) },
    attention: () => Promise.resolve({ followed: new Set(['sk']), muted: new Set(muted) }),
  };
}

describe('showEntity', () => {
  it('tells each outlet’s part of every bar, most first, as the protocol has it', async () => {
    const months = new Map([['2017-01', 2], ['2017-03', 4]]);
    const outlets = new Map([
      ['Post', new Map([['2017-01', 2]])],
      ['Wire', new Map([['2017-03', 4], ['', 1]])],
    ]);
    const reply = await showEntity('js', portsOf({ articles: 7, months, outlets, first, last: first }, ['js']));
    expect(backgroundProtocol['show-entity'].reply.parse(reply)).toEqual(reply);
    expect(reply).toMatchObject({
      attention: 'muted',
      articles: 7,
      timeline: { step: 'month', bars: [{ articles: 2 }, { articles: 0 }, { articles: 4 }] },
      outlets: [{ outlet: 'Wire', articles: 5, bars: [0, 0, 4] }, { outlet: 'Post', articles: 2, bars: [2, 0, 0] }],
      first,
    });
  });

  it('has no time for one that no article names', async () => {
    expect(await showEntity('js', portsOf({}))).toMatchObject({ state: 'ready', articles: 0, timeline: undefined, outlets: [] });
  });

  it('says that it is not known', async () => {
    expect(await showEntity('nobody', portsOf({}))).toEqual({ state: 'failed', failure: { kind: 'not-found' } });
  });
});
