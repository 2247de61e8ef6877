// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArrivedArticle } from '../../lib/feeds/arrived-articles';
import { countByMonth } from '../../lib/storage/article-key';
import { createCoverageSource } from '../../lib/storage/coverage';
import { saveChanges } from '../../lib/storage/entity-edits';
import { createArticleSink } from '../../lib/storage/feed-articles';
import { importCoverage } from '../../lib/storage/import-coverage';
import { importPack } from '../../lib/storage/import-pack';
import { beginLists, keysNaming, leastLong } from '../../lib/storage/long-lists';
import { prune } from '../../lib/storage/retention';
import { createSourceRepository } from '../../lib/storage/sources';
import { updateOverlay } from '../../lib/storage/update-overlay';
import { useDatabase } from '../support/database';
import { asFile, coverageLines, packLines } from '../support/files';
import { indexAll } from '../support/indexing';

const database = useDatabase();
const now = () => '2020-06-01T00:00:00Z';
const source = { id: 's', url: 'https://gazette.test/feed', title: 'Gazette', added: now() };
const people = ['Ada Lindqvist', 'Bruno Castell', 'Cleo Marchetti'];
const ids = people.map((_, at) => `p${at}`);
const known = people.map((name, at) => ({ id: ids[at], name, kind: 'person', aliases: [], popularity: 0.9 }));

type Step = (place: number, who: number) => Promise<unknown>;

/** Everything that makes articles come, go, get another date, or mention others than before. */
const steps: Readonly<Record<string, Step>> = {
  fed: (place, who) => feed(place, who),
  'fed anew': (place, who) => feed(place, who + 1, 40),
  'from a file': async (place, who) => {
    const lines = Array.from({ length: 3 }, (_, at) => articleOf(place + at, who));
    await importCoverage(database(), asFile(coverageLines(...lines)), { now });
  },
  'known otherwise': (_, who) => importPack(database(), asFile(packLines('p', known.filter((__, at) => at !== who % 3))), { now }),
  merged: (place, who) => edit([{ does: 'merge', entity: ids[who % 3]!, into: place % 2 === 0 ? ids[(who + 1) % 3] : undefined }]),
  forgotten: (place, who) => edit([{ does: 'forget', entity: ids[who % 3]!, isForgotten: place % 2 === 0 }]),
  pruned: (place) => prune(database(), { articles: place, megabytes: 1_000 }),
  'source swept out': async () => {
    const sources = createSourceRepository(database());
    await sources.remove(['s'], now());
    await sources.sweep('2021-01-01T00:00:00Z');
  },
  noticed: (_, who) => database().transaction('rw', database().articles, database().longLists, () => beginLists(database(), [ids[who % 3]!], 1)),
};

describe('long lists', () => {
  it('hold what the index holds, whatever has become of articles and names', async () => {
    let most = 0;
    const history = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(12), fc.nat(2)), { minLength: 4, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(history, async (taken) => {
        await Promise.all(database().tables.map((table) => table.clear()));
        await importPack(database(), asFile(packLines('p', known)), { now });
        for (const name of ['from a file', 'noticed']) {
          await steps[name]!(0, 0);
          await indexAll(database());
        }
        for (const [name, place, who] of taken) {
          await steps[name]!(place, who);
          // Now and then several come between two times that articles are linked.
          if (place % 3 > 0) await indexAll(database());
          for (const { entity, keys } of await database().longLists.toArray()) {
            const counted = await database().articles.where('entities').equals(entity).primaryKeys();
            expect(Array.from(keys)).toEqual(counted);
            expect(countByMonth(await keysNaming(database(), entity))).toEqual(countByMonth(counted));
            most = Math.max(most, counted.length);
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(most).toBeGreaterThan(4);
  });

  it('begin by themselves for whom very many articles name', async () => {
    await importPack(database(), asFile(packLines('p', known)), { now });
    const lines = Array.from({ length: leastLong + 1 }, (_, at) => articleOf(at * 8, 0));
    await importCoverage(database(), asFile(coverageLines(...lines)), { now });
    await indexAll(database());

    expect((await database().longLists.toArray()).map(({ entity, keys }) => [entity, keys.length])).toEqual([['p0', leastLong + 1]]);
  });

  it('begin when somebody asks, where that was not noticed', async () => {
    const row = { url: '', title: '', outlet: '', origins: ['file:1'], guids: [], revision: 1, linked: 1, counted: 1, mentions: [], size: 0 };
    const rows = Array.from({ length: leastLong }, (_, at) => ({ ...row, id: `a${at}`, number: at, key: at, entities: ['p0'] }));
    await database().articles.bulkAdd(rows);
    const { longLists } = database();
    const begun = new Promise<string>((resolve) => longLists.hook('creating', (entity) => resolve(entity)));

    const keys = await createCoverageSource(database()).coverageOf('p0', { alongside: [] });
    expect(keys.candidates.length).toBeGreaterThan(0);
    expect(await begun).toBe('p0');
  });
});

async function feed(place: number, who: number, days = 0): Promise<void> {
  const sources = createSourceRepository(database());
  if ((await sources.list()).length === 0) await sources.add(source);
  const { url, ...article } = articleOf(place, who, days);
  const arrived: ArrivedArticle = { guid: `guid-${place}`, article: { ...article, id: url, url } };
  await createArticleSink(database()).store(source, [arrived]);
}

async function edit(changes: Parameters<typeof saveChanges>[1]): Promise<void> {
  await saveChanges(database(), changes, now());
  await updateOverlay(database());
}

function articleOf(place: number, who: number, days = 0) {
  const names = people.filter((_, at) => at === who % 3 || (place >> at) % 2 === 1);
  return {
    url: `https://gazette.test/${place}`,
    title: `Report ${place} on ${names.join(' and ')}`,
    outlet: 'Gazette',
    published: new Date(Date.UTC(2019, 11, 31 + place * 9 + days, 12)).toISOString(),
  };
}
