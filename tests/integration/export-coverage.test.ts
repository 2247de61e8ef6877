// @vitest-environment node
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleIdOf } from '../../lib/model/address';
import type { Article } from '../../lib/model/article';
import { articleTables, upsertArticles } from '../../lib/storage/article-rows';
import type { Database } from '../../lib/storage/database';
import { exportCoverage } from '../../lib/storage/export-coverage';
import { importCoverage } from '../../lib/storage/import-coverage';
import { openDatabase } from '../../lib/storage/open-database';
import { createSourceRepository } from '../../lib/storage/sources';
import { useDatabase } from '../support/database';
import { asFile } from '../support/files';
import { indexPorts } from '../support/indexing';
import { indexArticles } from '../../lib/services/index-articles';

const database = useDatabase();
const now = () => '2020-01-01T00:00:00Z';

const words = fc.array(fc.constantFrom('Ada', 'Brook', '“quoted”', 'a\tb', 'naïve', '\u{1f600}', '</script>', 'line\nbreak'), { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));
const published = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
const coverage = fc.uniqueArray(
  fc.record({ number: fc.nat(10_000), title: words, outlet: fc.constantFrom('Gazette', 'Herald'), published: fc.option(published, { nil: undefined }), summary: fc.option(words, { nil: undefined }), text: fc.option(words, { nil: undefined }), language: fc.constantFrom(undefined, 'en', 'fr') }),
  { selector: ({ number }) => number, minLength: 1, maxLength: 12 },
).map((all) => all.map(({ number, ...article }): Article => ({ ...article, url: `https://gazette.test/${number}`, id: articleIdOf(`https://gazette.test/${number}`) })));

describe('exportCoverage', () => {
  it('brings equal articles into an empty base', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(coverage, async (articles) => {
        const [from, to] = [await opened(`from-${++run}`), await opened(`to-${run}`)];
        await put(from, articles);
        const { text } = await exported(from);
        expect(await importCoverage(to, asFile(text), { now })).toEqual({ ok: true, value: { articles: articles.length, badLines: { listed: [], total: 0 } } });
        await indexArticles({ ...indexPorts(to), pause: () => Promise.resolve() });
        expect(await exported(to)).toEqual(await exported(from));
        expect(await contents(to)).toEqual(await contents(from));
        for (const one of [from, to]) await one.delete();
      }),
      { numRuns: 25 },
    );
  });

  it('leaves out what only a removed source brought', async () => {
    const source = { id: 's', url: 'https://gazette.test/feed', title: 'Gazette', kind: 'feed' as const, added: now() };
    await database().sources.add(source);
    await put(database(), [articleOf(1)], 'source:s');
    await put(database(), [articleOf(2)]);
    await createSourceRepository(database()).remove(['s'], now());
    const { text, result } = await exported(database());
    expect(text.trim().split('\n').slice(1).map((line) => JSON.parse(line) as Article)).toMatchObject([{ url: articleOf(2).url }]);
    expect(result).toEqual({ ok: true, value: 1 });
  });

  it('tells how far it is, and stops when it is told to', async () => {
    await put(database(), Array.from({ length: 1_200 }, (_, at) => articleOf(at)));
    const told: number[] = [];
    const stop = new AbortController();
    const lines = exportCoverage(database(), {
      signal: stop.signal,
      onProgress: ({ items }) => {
        told.push(items);
        if (items === 1_000) stop.abort();
      },
    });
    let next = await lines.next();
    while (next.done !== true) next = await lines.next();
    expect(next.value).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(told).toEqual([500, 1_000]);
  });
});

function articleOf(number: number): Article {
  const url = `https://gazette.test/${number}`;
  return { id: articleIdOf(url), url, title: `Report ${number}`, outlet: 'Gazette' };
}

async function opened(name: string): Promise<Database> {
  await Dexie.delete(name);
  const result = await openDatabase(name);
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

async function put(into: Database, articles: readonly Article[], origin = 'file:1'): Promise<void> {
  await into.transaction('rw', articleTables(into), () => upsertArticles(into, articles.map((article) => ({ article, origin }))));
}

async function exported(from: Database) {
  const lines = exportCoverage(from);
  let text = '';
  for (;;) {
    const next = await lines.next();
    if (next.done === true) return { text, result: next.value };
    text += next.value;
  }
}

async function contents(from: Database) {
  const rows = await from.articles.toArray();
  const texts = await from.articleTexts.bulkGet(rows.map(({ id }) => id));
  return rows.map(({ id, url, title, outlet, published: date, summary, language }, at) => ({ id, url, title, outlet, date, summary, language, text: texts[at]?.text }));
}
