// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivedArticles } from '../../lib/feeds/arrived-articles';
import type { ParsedArticle } from '../../lib/feeds/parsed-feed';
import { limits } from '../../lib/model/limits';
import { createArticleSink } from '../../lib/storage/feed-articles';
import { createSourceRepository } from '../../lib/storage/sources';
import { useDatabase } from '../support/database';
import { gazette } from '../support/reports';

const database = useDatabase();

/** As careless feeds write them: names and addresses come again, with other headlines and on other days. */
const item: fc.Arbitrary<ParsedArticle> = fc.record({
  guid: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
  url: fc.option(fc.constantFrom('https://gazette.test/a', 'https://gazette.test/b', 'https://gazette.test/a#late'), { nil: undefined }),
  title: fc.constantFrom('Storm over the coast', 'Minister resigns', 'Bridge opens', 'Storm reaches the coast'),
  published: fc.option(fc.constantFrom('2020-01-06T08:00:00Z', '2020-01-07T08:00:00Z', '2020-01-17T08:00:00Z'), { nil: undefined }),
});

/** Found by chance: the second body's first article holds the guid of its second, whose address has become another's. */
const failedOnce: ParsedArticle[][] = [
  [
    { guid: '3', url: 'https://gazette.test/b', title: 'Storm over the coast', published: '2020-01-06T08:00:00Z' },
    { guid: '1', url: 'https://gazette.test/a', title: 'Storm over the coast', published: '2020-01-06T08:00:00Z' },
  ],
  [
    { guid: undefined, url: 'https://gazette.test/a', title: 'Storm over the coast', published: undefined },
    { guid: '1', url: 'https://gazette.test/b', title: 'Minister resigns', published: '2020-01-17T08:00:00Z' },
  ],
];

describe('articles of a careless feed', () => {
  it('are never refused, and bring nothing new when they come a second time', async () => {
    await createSourceRepository(database()).add(gazette);
    await fc.assert(fc.asyncProperty(fc.array(fc.array(item, { maxLength: 4 }), { maxLength: 4 }), async (bodies) => {
      await database().articles.clear();
      const sink = createArticleSink(database());
      for (const articles of bodies) {
        const arrived = arrivedArticles({ title: 'Gazette', link: 'https://gazette.test/', schedule: {}, articles }, gazette);
        await sink.store(gazette, arrived);
        expect(await sink.store(gazette, arrived)).toMatchObject({ added: 0 });
      }
    }), { numRuns: 150, examples: [[failedOnce]] });
  });

  it('keep the newest of the names that their feed gives them anew each time', async () => {
    await createSourceRepository(database()).add(gazette);
    const sink = createArticleSink(database());
    for (let guid = 0; guid < limits.guidsPerArticle + 10; guid++) {
      const articles = [{ guid: String(guid), url: 'https://gazette.test/a', title: 'Bridge opens' }];
      await sink.store(gazette, arrivedArticles({ title: 'Gazette', link: 'https://gazette.test/', schedule: {}, articles }, gazette));
    }
    const guids = Array.from({ length: limits.guidsPerArticle }, (_, at) => `${gazette.id} ${at + 10}`);
    expect(await database().articles.toArray()).toMatchObject([{ guids }]);
  });
});
