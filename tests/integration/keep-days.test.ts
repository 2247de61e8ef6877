// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createArticleSink } from '../../lib/storage/feed-articles';
import { createSourceRepository } from '../../lib/storage/sources';
import { useDatabase } from '../support/database';
import { gazette, herald, report } from '../support/reports';

const database = useDatabase();

describe('how long articles of a source are kept', () => {
  const now = new Date('2020-02-10T00:00:00Z');

  it('prunes what is older than it wants to keep, but nothing that was saved, and stores none of that again', async () => {
    for (const source of [{ ...gazette, keepDays: 7 }, herald]) await sources().add(source);
    const old = [report('old'), report('saved'), report('shared'), report('new', { published: '2020-02-08T00:00:00Z' })];
    await createArticleSink(database(), () => new Date('2020-01-01T00:00:00Z')).store({ ...gazette, keepDays: 7 }, old);
    await sink().store(herald, [report('shared')]);
    await database().articles.where('id').equals('saved').modify({ saved: 1 });
    await sources().prune(now);

    expect((await database().articles.toArray()).map(({ id }) => id).sort()).toEqual(['new', 'saved', 'shared']);
    expect(await database().articleTexts.count()).toBe(3);
    expect(await createArticleSink(database(), () => now).store(gazette, [report('old')])).toMatchObject({ added: 0 });
  });

  it('prunes what has no date by when it came, and does not store it again while the feed still has it', async () => {
    await sources().add({ ...gazette, keepDays: 7 });
    const at = (day: number) => createArticleSink(database(), () => new Date(Date.UTC(2020, 1, day)));
    const undated = (id: string) => report(id, { published: undefined });
    const ids = async () => (await database().articles.toArray()).map(({ id }) => id).sort();
    await at(1).store(gazette, [undated('early')]);
    await at(5).store(gazette, [undated('early'), undated('late')]);
    await sources().prune(new Date(Date.UTC(2020, 1, 10)));
    expect(await ids()).toEqual(['late']);

    expect(await at(11).store(gazette, [undated('early'), undated('late')])).toMatchObject({ added: 0 });
    await sources().prune(new Date(Date.UTC(2020, 1, 20)));
    expect(await at(21).store(gazette, [undated('early'), undated('late'), undated('new')])).toMatchObject({ added: 1 });
    // What has left the feed in between is new when it comes again.
    await at(22).store(gazette, [undated('new')]);
    await at(23).store(gazette, [undated('late')]);
    expect(await ids()).toEqual(['late', 'new']);
  });

  it('counts from now on how old is what was kept without a date before that was noted', async () => {
    await sources().add({ ...gazette, keepDays: 7 });
    await sink().store(gazette, [report('a', { published: undefined })]);
    await database().articles.toCollection().modify((row) => delete row.seen);
    await sources().prune(new Date(Date.UTC(2020, 1, 1)));
    expect(await database().articles.count()).toBe(1);
    await sources().prune(new Date(Date.UTC(2020, 1, 9)));
    expect(await database().articles.count()).toBe(0);
  });
});

function sources() {
  return createSourceRepository(database());
}

function sink() {
  return createArticleSink(database());
}
