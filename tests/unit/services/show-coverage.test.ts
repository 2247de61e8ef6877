import { describe, expect, it } from 'vitest';
import { backgroundProtocol } from '../../../lib/messaging/protocol';
import type { CoveredArticle } from '../../../lib/coverage/related';
import { showCoverage, type CoveragePorts } from '../../../lib/services/show-coverage';

const page = { url: 'https://post.example/page', title: 'Sessions questioned', published: '2017-11-14T10:00:00Z' };

function article(number: number, published: string, entities: readonly string[] = ['js']): CoveredArticle {
  const url = `https://herald.example/${number}`;
  return { article: { id: url, url, title: `Report ${number}`, outlet: 'The Herald', published }, entities };
}

function createPorts(articles: readonly CoveredArticle[]): CoveragePorts {
  return {
    coverage: {
      coverageOf: (entity, { alongside }) =>
        Promise.resolve({
          candidates: articles.filter((each) => each.entities.includes(entity)),
          naming: new Map(alongside.map((other) => [other, articles.filter((each) => each.entities.includes(other)).length])),
          months: new Map([['2017-01', articles.length]]),
          fresh: new Set(['https://herald.example/2']),
          freshCount: 1,
          articles: articles.length,
        }),
      textsOf: () => Promise.resolve(new Map()),
      textOf: () => Promise.resolve(undefined),
      quotesOf: () =>
        Promise.resolve([
          { text: 'I did not have communications with them.', said: '2017-01-10T00:00:00Z', outlet: 'The Herald', url: 'https://herald.example/1', title: 'Report 1' },
          { text: 'That was long after this page.', said: '2017-12-10T00:00:00Z', outlet: 'The Herald', url: 'https://herald.example/2', title: 'Report 2' },
        ]),
      storyOf: () => Promise.resolve(undefined),
      joinStories: () => Promise.resolve(undefined),
    partStories: () => Promise.resolve(false),
    besideStory: () => Promise.resolve(undefined),
    placeInStory: () => Promise.resolve(undefined),
      readAbout: () => Promise.resolve(),
    },
    attention: () => Promise.resolve({ followed: new Set(['js']) }),
    entities: {
      entities: (ids) =>
        Promise.resolve([{ id: 'js', name: 'Jeff Sessions', kind: 'person' as const, aliases: ['Sessions'] }, { id: 'sk', name: 'Sergey Kislyak', aliases: [] }].filter(({ id }) => ids.includes(id))),
    },
  };
}

describe('showCoverage', () => {
  it('answers as the protocol has it', async () => {
    const ports = createPorts([article(1, '2017-01-10T00:00:00Z', ['js', 'sk']), article(2, '2017-12-01T00:00:00Z')]);
    const reply = await showCoverage({ entity: 'js', page, alongside: ['js', 'sk'] }, ports);
    expect(backgroundProtocol['show-coverage'].reply.parse(reply)).toEqual(reply);
    expect(reply).toEqual({
      state: 'ready',
      entity: { id: 'js', name: 'Jeff Sessions', kind: 'person', description: undefined },
      before: { items: [{ title: 'Report 1', outlet: 'The Herald', url: 'https://herald.example/1', published: '2017-01-10T00:00:00Z', reason: 'also names Sergey Kislyak', alsoIn: [], isNew: false }], total: 1 },
      since: { items: [{ title: 'Report 2', outlet: 'The Herald', url: 'https://herald.example/2', published: '2017-12-01T00:00:00Z', reason: 'names Jeff Sessions', alsoIn: [], isNew: true }], total: 1 },
      said: {
        items: [{ text: 'I did not have communications with them.', said: '2017-01-10T00:00:00Z', outlet: 'The Herald', url: 'https://herald.example/1', title: 'Report 1' }],
        total: 1,
      },
      timeline: { step: 'month', bars: [{ from: '2017-01-01T00:00:00Z', to: '2017-02-01T00:00:00Z', articles: 2 }] },
      fresh: 1,
      isFollowed: true,
      published: page.published,
    });
  });

  it('looks before the page too where an entity is in the news every hour since', async () => {
    const since = Array.from({ length: 900 }, (_, number) => article(number, '2018-01-01T00:00:00Z'));
    const reply = await showCoverage({ entity: 'js', page, alongside: [] }, createPorts([...since, article(1_000, '2017-01-10T00:00:00Z')]));
    expect(reply.state === 'ready' && reply.before.items.map(({ title }) => title)).toEqual(['Report 1000']);
  });

  it('shows a bounded list and says how many there are', async () => {
    const many = Array.from({ length: 120 }, (_, number) => article(number, '2017-01-10T00:00:00Z'));
    const reply = await showCoverage({ entity: 'js', page, alongside: [] }, createPorts(many));
    expect(reply.state === 'ready' && [reply.before.items.length, reply.before.total]).toEqual([50, 120]);
  });

  it('says that an entity is not known', async () => {
    expect(await showCoverage({ entity: 'nobody', page, alongside: [] }, createPorts([]))).toEqual({ state: 'failed', failure: { kind: 'not-found' } });
  });
});
