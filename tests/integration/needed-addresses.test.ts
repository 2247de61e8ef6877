// @vitest-environment node
import { expect, it } from 'vitest';
import { createArticleSink } from '../../lib/storage/feed-articles';
import { neededAddresses } from '../../lib/storage/needed-addresses';
import { createSourceRepository } from '../../lib/storage/sources';
import { useDatabase } from '../support/database';

const database = useDatabase();

it('names where sources are, are sent on to and have their whole articles', async () => {
  const sources = createSourceRepository(database());
  const gazette = { id: 'gazette', url: 'https://gazette.test/feed', title: 'Gazette', added: '2020-01-01T00:00:00Z' };
  const herald = { ...gazette, id: 'herald', url: 'https://herald.test/feed', link: 'https://www.herald.test/', fullText: true };
  for (const source of [gazette, herald]) await sources.add(source);
  for (const source of [gazette, herald]) {
    const article = { id: source.id, url: `https://pages.${source.id}.test/1`, title: 'One', outlet: source.title };
    await createArticleSink(database()).store(source, [{ article }]);
  }
  await database().articles.where('id').equals('herald').modify({ pageHost: 'cdn.test' });
  await sources.saveState({ sourceId: 'gazette', nextFetch: '2020-02-01T00:00:00Z', failuresInRow: 0, movedTo: 'https://feeds.test/gazette' });

  expect(await neededAddresses(database())).toEqual([
    gazette.url, herald.url, 'https://feeds.test/gazette', herald.link, 'https://pages.herald.test/1', 'https://cdn.test/', 'http://cdn.test/',
  ]);
});
