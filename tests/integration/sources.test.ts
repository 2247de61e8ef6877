// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { articleKey } from '../../lib/storage/article-key';
import { createArticleSink } from '../../lib/storage/feed-articles';
import { createSourceRepository } from '../../lib/storage/sources';
import { reopenDoomed, useDatabase } from '../support/database';
import { gazette, herald, report } from '../support/reports';

const database = useDatabase();
const later = '2020-02-01T00:00:00Z';

describe('createSourceRepository', () => {
  it('lists sources in the order in which they were added', async () => {
    await sources().add(herald);
    await sources().add(gazette);

    expect((await sources().list()).map(({ id }) => id)).toEqual(['gazette', 'herald']);
  });

  it('keeps what fetching left behind, of the sources that are there', async () => {
    await sources().add(gazette);
    const state = { sourceId: 'gazette', nextFetch: later, failuresInRow: 0, etag: '"1"' };
    await sources().saveState(state);
    await sources().saveState({ ...state, sourceId: 'gone' });

    expect(await sources().states()).toEqual([state]);
  });

  it('takes a source out of the list and brings it back', async () => {
    await sources().add(gazette);
    await sources().remove(['gazette'], later);
    expect(await sources().list()).toEqual([]);

    expect(await sources().restore(['gazette'])).toBe(true);
    expect(await sources().list()).toMatchObject([gazette]);
    expect(await sources().restore(['nobody'])).toBe(false);
  });

  it('sweeps out a removed source with the articles that only it brought', async () => {
    for (const source of [gazette, herald]) await sources().add(source);
    await sink().store(gazette, [report('only-here'), report('shared')]);
    await sink().store(herald, [report('shared')]);
    await sources().saveState({ sourceId: 'gazette', nextFetch: later, failuresInRow: 0 });
    await sources().remove(['gazette'], later);

    await sources().sweep(later);
    expect(await database().articles.count()).toBe(2);
    await sources().sweep('2020-02-02T00:00:00Z');
    expect(await database().articles.toArray()).toMatchObject([{ id: 'shared', origins: ['source:herald'] }]);
    expect(await database().articleTexts.toCollection().primaryKeys()).toEqual(['shared']);
    expect(await sources().states()).toEqual([]);
    expect(await sources().restore(['gazette'])).toBe(false);
  });
});

describe('createArticleSink', () => {
  it('tells new articles from changed ones and from those that are as they were', async () => {
    await sources().add(gazette);
    expect(await sink().store(gazette, [report('a'), report('b')])).toMatchObject({ added: 2, updated: 0 });
    expect(await sink().store(gazette, [report('a'), report('b', { title: 'New title' }), report('c')])).toMatchObject({
      added: 1,
      updated: 1,
    });
    expect(await database().articles.get({ id: 'b' })).toMatchObject({ title: 'New title', revision: 2 });
  });

  it('takes in a long feed that has more of what is known than of what is new', async () => {
    await sources().add(gazette);
    const many = Array.from({ length: 300 }, (_, at) => ({ article: { id: `a${at}`, url: `https://gazette.test/${at}`, title: `Report ${at}`, outlet: 'Gazette' } }));
    await sink().store(gazette, many);
    expect(await sink().store(gazette, [...many, report('new')])).toEqual({ added: 1, updated: 0, kept: 300 });
  });

  it('takes an article with a known guid for the same one under a new address', async () => {
    await sources().add(gazette);
    await sink().store(gazette, [report('a', { guid: 'g' })]);
    await sink().store(gazette, [report('moved', { guid: 'g' })]);

    expect(await database().articles.toArray()).toMatchObject([{ id: 'a', url: 'https://gazette.test/moved' }]);
  });

  it('takes an article of a later day with another headline for another one, though its feed gives it a guid that it had', async () => {
    await sources().add(gazette);
    const monday = report('monday', { guid: 'top', title: 'Storm over the coast', published: '2020-01-06T08:00:00Z' });
    const tuesday = report('tuesday', { guid: 'top', title: 'Minister resigns', published: '2020-01-07T08:00:00Z' });
    const corrected = report('tuesday-corrected', { guid: 'top', title: 'Minister resigns at last', published: '2020-01-07T09:00:00Z' });
    await sink().store(gazette, [monday]);
    expect(await sink().store(gazette, [tuesday])).toMatchObject({ added: 1, updated: 0 });
    expect(await sink().store(gazette, [corrected])).toMatchObject({ added: 0, updated: 1 });
    expect((await database().articles.toArray()).map(({ title }) => title)).toEqual(['Storm over the coast', 'Minister resigns at last']);
  });

  it('keeps what stood at an address before its feed put another article there, under another guid', async () => {
    await sources().add(gazette);
    const at = (guid: string, title: string, published: string) => report('today', { guid, title, published });
    await sink().store(gazette, [at('1', 'Storm over the coast', '2020-01-06T08:00:00Z')]);
    const next = at('2', 'Minister resigns', '2020-01-07T08:00:00Z');
    expect(await sink().store(gazette, [next])).toMatchObject({ added: 1 });
    expect(await sink().store(gazette, [next])).toMatchObject({ added: 0, updated: 0 });
    expect(await sink().store(gazette, [at('2', 'Bridge opens', '2020-01-17T08:00:00Z')])).toMatchObject({ added: 1 });
    expect((await database().articles.toArray()).map(({ title }) => title)).toEqual(['Storm over the coast', 'Minister resigns', 'Bridge opens']);
  });

  it('does not mix up the guids of two sources', async () => {
    for (const source of [gazette, herald]) await sources().add(source);
    await sink().store(gazette, [report('a', { guid: '1' })]);
    await sink().store(herald, [report('b', { guid: '1' })]);

    expect(await database().articles.count()).toBe(2);
  });

  it('keeps what a later answer leaves open', async () => {
    await sources().add(gazette);
    await sink().store(gazette, [report('a')]);
    await sink().store(gazette, [report('a', { text: undefined, published: undefined })]);

    expect(await database().articles.toArray()).toMatchObject([{ published: gazette.added, revision: 1 }]);
    expect(await database().articleTexts.count()).toBe(1);
  });

  it('moves an article whose date was corrected', async () => {
    await sources().add(gazette);
    await sink().store(gazette, [report('a')]);
    await sink().store(gazette, [report('a', { published: later })]);

    expect(await database().articles.toArray()).toMatchObject([{ key: articleKey({ published: later, number: 1 }), published: later }]);
  });

  it('stores nothing for a source that was removed while it was fetched', async () => {
    await sources().add(gazette);
    await sources().remove(['gazette'], later);

    expect(await sink().store(gazette, [report('a')])).toMatchObject({ added: 0 });
    expect(await sink().store(herald, [report('a')])).toMatchObject({ added: 0 });
    expect(await database().articles.count()).toBe(0);
  });

  it('stores all of an answer or none of it', async () => {
    await sources().add(gazette);
    const doomed = await reopenDoomed(1);
    await expect(createArticleSink(doomed).store(gazette, ['a', 'b', 'c', 'd'].map((id) => report(id)))).rejects.toThrow();
    doomed.close();

    expect([await database().articles.count(), await database().articleTexts.count()]).toEqual([0, 0]);
  });

  it('keeps the headline that an outlet changed', async () => {
    await sources().add(gazette);
    for (const title of ['One', 'Two', 'Three', 'Two']) await sink().store(gazette, [report('a', { title })]);

    expect(await database().articles.get({ id: 'a' })).toMatchObject({ title: 'Two', formerTitles: ['Three', 'One'] });
  });

  it('lets one source alone word an article that two bring, and the other fill gaps', async () => {
    for (const source of [gazette, herald]) await sources().add(source);
    await sink().store(gazette, [report('a', { title: 'Ours', text: undefined, published: undefined })]);
    await sink().store(herald, [report('a', { title: 'Theirs', outlet: 'Herald', text: 'Text', published: later })]);
    expect(await sink().store(gazette, [report('a', { title: 'Ours', text: undefined, published: undefined })])).toMatchObject({ updated: 0 });

    expect(await database().articles.toArray()).toMatchObject([{ title: 'Ours', outlet: 'Outlet', published: later, revision: 2 }]);
    expect(await database().articles.toArray()).not.toMatchObject([{ formerTitles: expect.anything() as unknown }]);
    expect(await database().articleTexts.get('a')).toMatchObject({ text: 'Text' });
  });

  it('takes the first reading for the date of what lies ahead', async () => {
    await sources().add(gazette);
    await sink().store(gazette, [{ ...report('a'), isAhead: true }]);
    expect(await sink().store(gazette, [{ ...report('a', { published: later }), isAhead: true }])).toMatchObject({ updated: 0 });
    expect(await database().articles.get({ id: 'a' })).toMatchObject({ published: gazette.added });
  });
});

describe('what the reader says of a source', () => {
  it('is kept, and undone', async () => {
    await sources().add(gazette);
    await sources().change('gazette', { paused: true, folder: ['News', 'Local'] });
    expect(await sources().list()).toEqual([{ ...gazette, paused: true, folder: ['News', 'Local'] }]);
    await sources().change('gazette', { paused: undefined });
    expect((await sources().list())[0]?.paused).toBeUndefined();
  });
});

describe('many sources at once', () => {
  it('are added without those that are there, and removed and brought back together', async () => {
    await sources().add(gazette);
    const twice = { ...herald, id: 'other' };
    expect(await sources().addAll([{ ...gazette, title: 'New' }, herald, twice])).toEqual(['herald']);
    expect((await sources().list()).map(({ title }) => title)).toEqual(['gazette', 'herald']);
    await sources().remove(['gazette', 'herald'], later);
    expect(await sources().list()).toEqual([]);
    expect(await sources().restore(['gazette', 'herald'])).toBe(true);
    expect(await sources().list()).toHaveLength(2);
  });

  it('are one where a list names an address without encryption or with a slash more', async () => {
    await sources().add(gazette);
    expect(await sources().addAll([{ ...gazette, id: 'other', url: 'http://gazette.test/feed/' }])).toEqual([]);
  });

  it('come back under the address that they had moved to', async () => {
    await sources().add(gazette);
    await sources().move('gazette', herald.url);
    await sources().remove(['gazette'], later);
    expect(await sources().addAll([herald])).toEqual(['gazette']);
    expect(await sources().list()).toMatchObject([{ id: 'gazette', url: herald.url }]);
  });
});

describe('adding a source where another was', () => {
  it('brings back the one that had moved to that address and was removed', async () => {
    await sources().add(gazette);
    await sources().move('gazette', herald.url);
    await sources().remove(['gazette'], later);
    expect(await sources().add(herald)).toMatchObject({ id: 'gazette', url: herald.url });
    expect(await sources().list()).toMatchObject([{ id: 'gazette', url: herald.url, title: 'gazette' }]);
  });

  it.each(['add', 'addAll'] as const)('keeps what the reader said of one that was removed a moment ago (%s)', async (way) => {
    await sources().add(gazette);
    await sources().change('gazette', { title: 'My Gazette', folder: ['News'], keepDays: 30, paused: true });
    await sources().remove(['gazette'], later);
    await (way === 'add' ? sources().add(gazette) : sources().addAll([gazette]));
    expect(await sources().list()).toEqual([{ ...gazette, title: 'My Gazette', folder: ['News'], keepDays: 30 }]);
  });

  it('leaves alone the one that had moved away from that address', async () => {
    await sources().add(gazette);
    await sources().move('gazette', herald.url);
    await sources().change('gazette', { keepDays: 30 });
    const { id } = await sources().add({ ...gazette, title: 'Its heir' });
    expect(await sources().list()).toMatchObject([
      { id: 'gazette', url: herald.url, keepDays: 30 },
      { id, url: gazette.url, title: 'Its heir' },
    ]);
    await sources().remove([id], later);
    await sources().sweep('2020-03-01T00:00:00Z');
    expect(await sources().addAll([{ ...gazette, title: 'Of a list' }])).toEqual([id]);
  });
});

describe('moving and claiming a source', () => {
  it('moves to an address that is free, and to that of what was removed once nobody can bring it back', async () => {
    for (const source of [gazette, herald]) await sources().add(source);
    expect(await sources().move('gazette', herald.url)).toBe('taken');
    await sources().remove(['herald'], later);
    expect(await sources().move('gazette', herald.url)).toBe('later');
    expect(await sources().restore(['herald'])).toBe(true);
    expect((await sources().list()).map(({ url }) => url)).toEqual([gazette.url, herald.url]);

    await sources().remove(['herald'], later);
    await sources().sweep('2020-03-01T00:00:00Z');
    expect(await sources().move('gazette', herald.url)).toBe('moved');
    expect(await sources().list()).toMatchObject([{ id: 'gazette', url: herald.url }]);
  });

  it('lets one of two ask it', async () => {
    await sources().add(gazette);
    const state = { sourceId: 'gazette', nextFetch: later, failuresInRow: 0 };
    expect(await sources().claim(state, undefined)).toBe(true);
    expect(await sources().claim(state, undefined)).toBe(false);
    expect(await sources().claim(state, later)).toBe(true);
    expect(await sources().claim({ ...state, sourceId: 'gone' }, undefined)).toBe(false);
  });
});

function sources() {
  return createSourceRepository(database());
}

function sink() {
  return createArticleSink(database());
}
