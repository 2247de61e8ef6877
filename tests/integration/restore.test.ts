// @vitest-environment node
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoverageSource } from '../../lib/storage/coverage';
import type { Database } from '../../lib/storage/database';
import { exportEverything } from '../../lib/storage/export-everything';
import { importCoverage } from '../../lib/storage/import-coverage';
import { keepImport, resumeImports, runImport } from '../../lib/storage/import-jobs';
import { importPack } from '../../lib/storage/import-pack';
import { limits } from '../../lib/model/limits';
import { knowledgeOf } from '../support/knowledge-of';
import { openDatabase } from '../../lib/storage/open-database';
import { saveChanges } from '../../lib/storage/entity-edits';
import { nothingRead } from '../../lib/storage/read-file';
import { restoreEverything } from '../../lib/storage/restore-everything';
import { createSourceRepository } from '../../lib/storage/sources';
import { freshState } from '../../lib/services/source-states';
import { createArticleSink } from '../../lib/storage/feed-articles';
import { gazette, herald, report } from '../support/reports';
import { reopenDoomed, useDatabase } from '../support/database';
import { asFile, coverageLines, gzipped, packLines } from '../support/files';
import { indexAll } from '../support/indexing';

const database = useDatabase();
const now = '2020-01-01T00:00:00Z';
const options = { now: () => now, alone: <T>(_: string, task: () => Promise<T>) => task(), makeRoom: () => Promise.resolve(false) };
let profiles = 0;

const word = fc.constantFrom('Ada', 'Brook', 'Carl', 'Dome', 'Ely', 'Ferrante', 'Lindqvist', 'Council', 'of', '“x”', '\u{1f600}');
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const entity = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), name, aliases: fc.uniqueArray(name, { maxLength: 3 }) });
const article = fc.record({
  url: fc.nat(20).map((at) => `https://gazette.test/${at}`),
  title: fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join(' met ')),
  outlet: fc.constantFrom('Gazette', 'Herald', 'Wire', 'Post'),
  published: fc.option(fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString()), { nil: undefined }),
  text: fc.option(name.map((who) => `Then ${who} spoke to the Council.\nMany came, and ${who} stayed.`), { nil: undefined }),
});
const edit = fc.oneof(
  fc.record({ does: fc.constant('name' as const), entity: fc.constantFrom('a', 'b'), name }),
  fc.record({ does: fc.constant('attend' as const), entity: fc.constantFrom('a', 'c', 'nobody'), as: fc.constantFrom('followed' as const, 'muted' as const) }),
  fc.record({ does: fc.constant('correct' as const), correction: fc.record({ text: name, not: fc.constantFrom('a', 'b') }) }),
  fc.record({ does: fc.constant('add' as const), entity: fc.record({ id: fc.constant('reader:1'), name, aliases: fc.constant<string[]>([]) }) }),
);

describe('exportEverything', () => {
  it('brings an equal knowledge base into an empty profile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          packs: fc.array(fc.array(entity, { minLength: 1, maxLength: 5 }), { maxLength: 3 }),
          articles: fc.array(article, { maxLength: 30 }),
          edits: fc.array(edit, { maxLength: 5 }),
        }),
        async ({ packs, articles, edits }) => {
          const from = await profile();
          await from.sources.add({ id: 's', url: 'https://gazette.test/feed', title: 'Gazette', added: now });
          for (const [at, entities] of packs.entries()) await importPack(from, asFile(packLines(`p${at}`, entities)), options);
          for (const change of edits) await saveChanges(from, [change], now);
          if (articles.length > 0) await importCoverage(from, asFile(coverageLines(...articles)), options);
          await indexAll(from);
          const exported = await textOf(from);

          const to = await profile();
          expect(await restore(to, gzipped(exported))).toMatchObject({ ok: true, value: { badLines: { total: 0 }, settings: { dwellMs: 7 } } });
          expect(linesOf(await textOf(to))).toEqual(linesOf(exported));
          // What an export leaves out is equal in neither.
          expect(await saidIn(to)).toEqual(await saidIn(from));
          expect(await indexAll(to)).toBe(0);
          for (const id of ['a', 'b', 'reader:1']) {
            expect(await knowledgeOf(to).entities([id])).toEqual(await knowledgeOf(from).entities([id]));
            const coverage = (of: Database) => createCoverageSource(of).articlesOf(id, { limit: 100 });
            expect(await coverage(to)).toEqual(await coverage(from));
          }
          for (const used of [from, to]) await used.delete();
        },
      ),
      { numRuns: 15 },
    );
  });

  it('lays packs out as their imports did', async () => {
    const made = (pack: string, count: number) => Array.from({ length: count }, (_, at) => ({ id: `${pack}${at}`, name: `Carl ${pack} the ${at}th`, aliases: [] }));
    for (const [pack, count] of [['p', 1_300], ['q', 3]] as const) await importPack(database(), asFile(packLines(pack, made(pack, count))), options);
    const to = await profile();
    await restore(to, gzipped(await textOf(database())));

    for (const used of [database(), to]) expect((await used.entityPages.toArray()).map(({ ends }) => ends.length)).toEqual([512, 512, 276, 3]);
    const partsOf = async (used: Database) => Promise.all((await used.knowledgeParts.toArray()).map(async ({ name: part, blob }) => [part, await blob.text()]));
    expect(await partsOf(to)).toEqual(await partsOf(database()));
    await to.delete();
  });

  it('says how many lines it took in, of whatever they are', async () => {
    await importPack(database(), asFile(packLines('p', [{ id: 'ada', name: 'Ada Lindqvist', aliases: [] }, { id: 'carl', name: 'Carl Ferrante', aliases: [] }])), options);
    const text = await textOf(database());
    const to = await profile();

    expect(await restore(to, gzipped(text))).toMatchObject({ ok: true, value: { items: linesOf(text).length - 1, badLines: { total: 0 } } });
    await to.delete();
  });

  it('brings back more names of one entity than may be added now', async () => {
    const many = Array.from({ length: limits.aliasesPerEntity + 50 }, (_, at) => `Senator ${at}`);
    await database().entityEdits.add({ entity: 'a', addedAliases: many, removedAliases: many.map((alias) => `No ${alias}`), changed: now });
    await database().entities.add({ id: 'learned:b', name: 'Brook', aliases: many, origin: 'learned', since: now });
    const to = await profile();

    expect(await restore(to, gzipped(await textOf(database())))).toMatchObject({ ok: true, value: { badLines: { total: 0 } } });
    expect(await saidIn(to)).toEqual(await saidIn(database()));
    await to.delete();
  });

  it('changes nothing that is there already', async () => {
    await importPack(database(), asFile(packLines('p', [{ id: 'a', name: 'Ada Lindqvist', aliases: [] }])), options);
    await importCoverage(database(), asFile(coverageLines({ url: 'https://gazette.test/1', title: 'Ada Lindqvist speaks', outlet: 'Gazette' })), options);
    await indexAll(database());
    const before = await database().articles.toArray();
    await restore(database(), gzipped(await textOf(database())));

    const after = await database().articles.toArray();
    expect(after.map(({ id, number, mentions }) => ({ id, number, mentions }))).toEqual(before.map(({ id, number, mentions }) => ({ id, number, mentions })));
    expect(await database().packs.toArray()).toMatchObject([{ id: 'p', state: 'ready' }]);
  });

  it('leaves a pack as it is where the file has the same in other words', async () => {
    await importPack(database(), asFile(packLines('p', [{ id: 'a', name: 'Ada Lindqvist', aliases: [] }])), options);
    const to = await profile();
    await importPack(to, asFile(packLines('p', [{ id: 'a', name: 'Ada Lindqvist', aliases: [] }, { id: 'b', name: 'Brook Council', aliases: [] }])), options);
    expect(await restore(to, gzipped(await textOf(database())))).toMatchObject({ ok: true });
    expect(await knowledgeOf(to).entities(['b'])).toMatchObject([{ name: 'Brook Council' }]);
    expect(await to.packs.count()).toBe(1);
    await to.delete();
  });

  it('merges nothing in a circle with what was merged here', async () => {
    await saveChanges(database(), [{ does: 'merge', entity: 'a', into: 'b' }], now);
    const to = await profile();
    await saveChanges(to, [{ does: 'merge', entity: 'b', into: 'a' }], now);
    await restore(to, gzipped(await textOf(database())));
    expect((await to.entityEdits.toArray()).map(({ entity: id, mergedInto }) => [id, mergedInto])).toEqual([['a', undefined], ['b', 'a']]);
    await to.delete();
  });

  it('brings no articles of a source that was removed, in which nobody would sweep them out', async () => {
    const sources = createSourceRepository(database());
    for (const source of [gazette, herald]) await sources.add(source);
    const sink = createArticleSink(database(), () => new Date(now));
    await sink.store(gazette, [report('alone'), report('shared')]);
    await sink.store(herald, [report('shared')]);
    const told = await Promise.all(['alone', 'shared'].map(async (id) => (await database().articles.get({ id }))?.number ?? 0));
    await database().stories.add({ id: 's1', first: now, newest: now, articles: told });
    await sources.remove([gazette.id], now);
    const to = await profile();
    expect(await restore(to, gzipped(await textOf(database())))).toMatchObject({ ok: true, value: { badLines: { total: 0 } } });
    expect((await to.articles.toArray()).map(({ id, origins }) => [id, origins])).toEqual([['shared', [`source:${herald.id}`]]]);
    expect((await to.stories.toArray()).map(({ articles }) => articles)).toEqual([told.slice(1)]);
    await to.delete();
  });

  it('brings back more articles than are written at once', async () => {
    await importPack(database(), asFile(packLines('p', [{ id: 'a', name: 'Ada Lindqvist', aliases: [] }])), options);
    const many = Array.from({ length: 700 }, (_, at) => ({ url: `https://gazette.test/${at}`, title: `Ada Lindqvist speaks ${at}`, outlet: 'Gazette' }));
    await importCoverage(database(), asFile(coverageLines(...many)), options);
    await indexAll(database());
    const to = await profile();
    expect(await restore(to, gzipped(await textOf(database())))).toMatchObject({ ok: true });
    expect(await to.articles.count()).toBe(700);
    await to.delete();
  });

  it('has everything in the end, settings too, wherever it was stopped', async () => {
    await importPack(database(), asFile(packLines('p', [{ id: 'a', name: 'Ada Lindqvist', aliases: [] }])), options);
    await importCoverage(database(), asFile(coverageLines({ url: 'https://gazette.test/1', title: 'Ada Lindqvist speaks', outlet: 'Gazette' })), options);
    await indexAll(database());
    const exported = gzipped(await textOf(database()));
    for (let writes = 1; ; writes++) {
      await database().delete({ disableAutoOpen: false });
      await database().open();
      await keepImport(database(), { id: 'job', kind: 'everything', title: 'all.jsonl.gz', file: new Blob([new Uint8Array(exported)]) }, now);
      const doomed = await reopenDoomed(writes);
      const isDone = await runImport(doomed, 'job', options).then(({ ok }) => ok, () => false);
      doomed.close();
      if (isDone) break;

      const heard: unknown[] = [];
      expect([writes, await resumeImports(database(), { ...options, onSettings: (settings) => Promise.resolve(heard.push(settings)) })]).toEqual([writes, 1]);
      expect([writes, heard]).toEqual([writes, [{ dwellMs: 7 }]]);
      expect(await database().articles.toArray()).toMatchObject([{ entities: ['a'], number: 1 }]);
    }
  });

  it('brings sources back that were asked before, with no line that cannot be read', async () => {
    const sources = createSourceRepository(database());
    const source = await sources.add({ id: 's', url: 'https://gazette.test/feed', title: 'Gazette', added: now });
    await sources.saveState(freshState(source));
    const exported = gzipped(await textOf(database()));
    const to = await profile();
    expect(await restore(to, exported)).toMatchObject({ ok: true, value: { badLines: { total: 0 } } });
    const theirs = createSourceRepository(to);
    expect(await theirs.list()).toEqual([source]);

    await theirs.remove(['s'], now);
    await restore(to, exported);
    expect(await theirs.list()).toEqual([source]);

    await theirs.move('s', 'https://gazette.test/moved');
    await restore(to, exported);
    expect(await theirs.list()).toMatchObject([{ id: 's', url: 'https://gazette.test/moved' }]);
    await to.delete();
  });

  it('gives articles to the source that has their feed’s address here, wherever it was stopped', async () => {
    const feed = { url: 'https://gazette.test/feed', title: 'Gazette', added: now };
    await createSourceRepository(database()).add({ id: 'theirs', ...feed });
    await importCoverage(database(), asFile(coverageLines({ url: 'https://gazette.test/1', title: 'Ada speaks', outlet: 'Gazette' })), options);
    await indexAll(database());
    await database().articles.toCollection().modify({ origins: ['source:theirs', 'read'], guids: ['theirs 1 a', 'other 2'] });
    const exported = gzipped(await textOf(database()));
    const to = await profile();
    await createSourceRepository(to).add({ id: 'ours', ...feed });
    await keepImport(to, { id: 'job', kind: 'everything', title: 'all.jsonl.gz', file: new Blob([new Uint8Array(exported)]) }, now);
    const abort = new AbortController();
    // Stopped where sources were taken in, and articles not yet; what it had come to is kept.
    await restoreEverything(to, { file: asFile(exported), job: 'job' }, {
      ...options,
      signal: abort.signal,
      onProgress: () => abort.abort(),
      resumption: { from: nothingRead, keep: (kept) => to.jobs.update('job', { ...kept }).then(() => undefined) },
    });
    expect(await to.articles.count()).toBe(0);
    await runImport(to, 'job', options);

    expect(await createSourceRepository(to).list()).toMatchObject([{ id: 'ours' }]);
    expect(await to.articles.toArray()).toMatchObject([{ origins: ['source:ours', 'read'], guids: ['ours 1 a', 'other 2'] }]);
    await to.delete();
  });

  it('says so where the file breaks off', async () => {
    await importPack(database(), asFile(packLines('p', [{ id: 'a', name: 'Ada Lindqvist', aliases: [] }])), options);
    const lines = (await textOf(database())).split('\n');
    const to = await profile();

    expect(await restore(to, gzipped(lines.slice(0, -3).join('\n')))).toMatchObject({ failure: { kind: 'not-a-base', detail: 'it breaks off' } });
    await to.delete();
  });

  it('refuses what is something else', async () => {
    expect(await restore(database(), gzipped(packLines('p', [])))).toMatchObject({ failure: { kind: 'not-a-base' } });
    expect(await database().jobs.count()).toBe(0);
  });
});

function linesOf(text: string): unknown[] {
  return text.trim().split('\n').map((line) => JSON.parse(line) as unknown);
}

async function profile(): Promise<Database> {
  const used = `profile-${++profiles}`;
  await Dexie.delete(used);
  const opened = await openDatabase(used);
  if (!opened.ok) throw new Error(opened.failure.kind);
  return opened.value;
}

async function textOf(of: Database): Promise<string> {
  let text = '';
  for await (const line of exportEverything(of, { dwellMs: 7 }, now)) text += line;
  return text;
}

async function restore(to: Database, content: Uint8Array) {
  await keepImport(to, { id: 'job', kind: 'everything', title: 'all.jsonl.gz', file: new Blob([new Uint8Array(content)]) }, now);
  return runImport(to, 'job', options);
}

/** What nobody but the reader could say again. A correction that was said twice counts once. */
async function saidIn({ sources, corrections, entityEdits, entities }: Database): Promise<unknown> {
  const said = (await corrections.toArray()).map(({ text, url, is, not }) => JSON.stringify([text, url, is, not]));
  return { sources: await sources.toArray(), corrections: new Set(said), edits: await entityEdits.toArray(), entities: await entities.toArray() };
}
