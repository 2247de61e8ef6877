// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { createNamingCounter } from '../../lib/storage/count-naming';
import { importPack } from '../../lib/storage/import-pack';
import { useDatabase } from '../support/database';
import { asFile, packLines } from '../support/files';

const database = useDatabase();
const told = { articles: 9_000, withEntity: (entity: number) => 100 * (entity + 1), withName: () => 0, withMeaning: () => 0, withBoth: () => 0 };
const bases: number[] = [];
const evidence = (base: number) => {
  bases.push(base);
  return Promise.resolve(() => told);
};

beforeEach(() => {
  bases.length = 0;
});

describe('createNamingCounter', () => {
  it('counts itself while there are few articles', async () => {
    await importPack(database(), asFile(packLines('p', [{ id: 'ada', name: 'Ada Lindqvist', aliases: [] }])), { now: () => '2020-01-01T00:00:00Z' });
    const counted = await createNamingCounter(database(), evidence)(['ada']);
    expect([counted.articles, counted.naming.get('ada')]).toEqual([0, 0]);
    expect(bases).toEqual([]);
  });

  it('takes what was counted as evidence of the present knowledge where there are many', async () => {
    await importPack(database(), asFile(packLines('p', [{ id: 'ada', name: 'Ada Lindqvist', aliases: [] }])), { now: () => '2020-01-01T00:00:00Z' });
    await database().states.put({ name: 'articles', count: 100_000 });
    const counted = await createNamingCounter(database(), evidence)(['ada', 'bob']);
    expect([counted.articles, ...counted.naming]).toEqual([9_000, ['ada', 100], ['bob', 200]]);
    expect(bases).toEqual([(await database().knowledge.get('current'))?.base]);
  });
});
