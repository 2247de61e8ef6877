// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { createArticleSink } from '../../lib/storage/feed-articles';
import { createSourceList } from '../../lib/storage/list-sources';
import type { SourceWithArticles } from '../../lib/storage/list-sources';
import { createSourceRepository } from '../../lib/storage/sources';
import { watchQuery } from '../../lib/storage/watch-query';
import { watchTables } from '../../lib/storage/watch-tables';
import { reopen, useDatabase } from '../support/database';
import { listen } from '../support/listen';

const database = useDatabase();
const gazette = { id: 'gazette', url: 'http://gazette.test/feed', title: 'Gazette', added: '2020-01-01T00:00:00Z' };
const herald = { id: 'herald', url: 'http://herald.test/feed', title: 'Herald', added: '2020-01-02T00:00:00Z' };
const arrived = (...ids: string[]) =>
  ids.map((id) => ({ article: { id, url: `http://gazette.test/${id}`, title: id, outlet: 'Gazette' } }));

describe('createSourceList', () => {
  it('counts what each source brought and tells how it fares', async () => {
    const sources = createSourceRepository(database());
    await sources.add(gazette);
    await sources.add(herald);
    await createArticleSink(database()).store(gazette, arrived('one', 'two'));
    const state = { sourceId: 'gazette', nextFetch: '2020-02-01T00:00:00Z', failuresInRow: 0 };
    await sources.saveState(state);

    expect(await createSourceList()(database())).toEqual([
      { ...gazette, articles: 2, fetching: state },
      { ...herald, articles: 0, fetching: undefined },
    ]);
  });
});

describe('sources that came at the same moment', () => {
  it('stand in the same order, whichever of two the engine asks of first', async () => {
    const together = ['a', 'b', 'c', 'd'].map((id) => ({ ...gazette, id, url: `http://${id}.test/feed` }));
    const sources = createSourceRepository(database());
    await sources.addAll(together);
    const sort = vi.spyOn(Array.prototype, 'sort').mockImplementation(function swapping(this: unknown[], compare) {
      for (let end = this.length; end > 1; end--) {
        for (let at = 1; at < end; at++) if (compare && compare(this[at - 1], this[at]) > 0) this.splice(at - 1, 2, this[at], this[at - 1]);
      }
      return this;
    });
    const listed = await sources.list();
    sort.mockRestore();
    expect(listed.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('createSourceList, asked again', () => {
  it('counts anew what was fetched meanwhile', async () => {
    const sources = createSourceRepository(database());
    const list = createSourceList();
    const counts = async () => (await list(database())).map(({ articles }) => articles);
    const fetched = (lastSuccess?: string) => sources.saveState({ sourceId: 'gazette', nextFetch: '2020-02-01T00:00:00Z', failuresInRow: 0, lastSuccess });
    await sources.add(gazette);
    await fetched();
    await createArticleSink(database()).store(gazette, arrived('one'));
    expect(await counts()).toEqual([1]);
    await createArticleSink(database()).store(gazette, arrived('two'));
    await fetched('2020-01-31T00:00:00Z');
    expect(await counts()).toEqual([2]);
    await createArticleSink(database()).store(gazette, arrived('three'));
    await fetched('2020-01-31T01:00:00Z');
    expect(await counts()).toEqual([3]);
  });
});

describe('watchQuery', () => {
  it('tells what there is now and what another part of the extension makes of it, until it is stopped', async () => {
    const watch = listen<SourceWithArticles[]>((listener) => watchQuery(() => createSourceList()(database()), listener));
    await watch.until((found) => found.ok && found.value.length === 0);

    const elsewhere = await reopen();
    await createSourceRepository(elsewhere).add(gazette);
    await watch.until((found) => found.ok && found.value.length === 1);

    watch.stop();
    const toldSoFar = watch.told.length;
    await createSourceRepository(elsewhere).remove(['gazette'], '2020-03-01T00:00:00Z');
    expect(await createSourceList()(database())).toEqual([]);
    expect(watch.told).toHaveLength(toldSoFar);
    elsewhere.close();
  });

  it('tells a failure as a failure', async () => {
    const unreadable = () => Promise.reject(new DOMException('The disk is gone', 'UnknownError'));
    const watch = listen<SourceWithArticles[]>((listener) => watchQuery(unreadable, listener));
    await watch.until((found) => !found.ok);
    expect(watch.told).toMatchObject([{ failure: { kind: 'database-unavailable' } }]);
    watch.stop();
  });
});

describe('watchTables', () => {
  const fetched = (id: string, nextFetch: string) => ({ sourceId: id, nextFetch, failuresInRow: 0 });

  /** A watch that rests until it is told to go on. */
  function watchResting() {
    const rests: (() => void)[] = [];
    let readings = 0;
    const { sources, sourceStates } = database();
    const watch = listen<SourceWithArticles[]>((listener) =>
      watchTables(
        { database: database(), tables: [sources.name, sourceStates.name], rest: () => new Promise((resolve) => rests.push(resolve)) },
        () => {
          readings++;
          return createSourceList()(database());
        },
        listener,
      ),
    );
    return { ...watch, readings: () => readings, goOn: () => rests.splice(0).forEach((wake) => wake()) };
  }

  it('reads many changes once when it has rested, and misses none', async () => {
    const sources = createSourceRepository(database());
    await sources.add(gazette);
    const watch = watchResting();
    await watch.until((found) => found.ok);
    for (let hour = 10; hour < 20; hour++) await sources.saveState(fetched('gazette', `2020-02-01T${hour}:00:00Z`));
    expect(watch.readings()).toBe(1);
    watch.goOn();
    await watch.until((found) => found.ok && found.value[0]?.fetching?.nextFetch === '2020-02-01T19:00:00Z');
    expect(watch.readings()).toBe(2);
    watch.stop();
  });

  it('reads at once what changes after a rest, wherever it was changed, and nothing of other tables', async () => {
    const watch = watchResting();
    await watch.until((found) => found.ok);
    watch.goOn();
    const elsewhere = await reopen();
    await createArticleSink(elsewhere).store(gazette, arrived('one'));
    expect(watch.readings()).toBe(1);
    await createSourceRepository(elsewhere).add(gazette);
    await watch.until((found) => found.ok && found.value.length === 1);
    expect(watch.readings()).toBe(2);
    watch.stop();
    watch.goOn();
    await createSourceRepository(elsewhere).add(herald);
    expect(await createSourceList()(database())).toHaveLength(2);
    expect(watch.readings()).toBe(2);
    elsewhere.close();
  });

  it('tells a failure as a failure, and looks again', async () => {
    let isThere = false;
    const { sources } = database();
    const watch = listen<SourceWithArticles[]>((listener) =>
      watchTables({ database: database(), tables: [sources.name], rest: () => Promise.resolve() }, () => (isThere ? createSourceList()(database()) : Promise.reject(new DOMException('', 'UnknownError'))), listener),
    );
    await watch.until((found) => !found.ok);
    isThere = true;
    await createSourceRepository(database()).add(gazette);
    await watch.until((found) => found.ok && found.value.length === 1);
    watch.stop();
  });
});
