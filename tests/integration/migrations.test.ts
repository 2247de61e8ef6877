// @vitest-environment node
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { indexArticles } from '../../lib/services/index-articles';
import { readCorrections } from '../../lib/storage/corrections';
import { createCoverageSource } from '../../lib/storage/coverage';
import { knowledgeOf } from '../support/knowledge-of';
import { newestVersion } from '../../lib/storage/base-version';
import { migrations } from '../../lib/storage/migrations';
import { openDatabase } from '../../lib/storage/open-database';
import { createPackRepository } from '../../lib/storage/packs';
import { createSourceRepository } from '../../lib/storage/sources';
import { createEvidenceStore } from '../../lib/storage/evidence-store';
import { createIndexStore } from '../../lib/storage/unlinked-articles';
import { restoreStored, settled } from '../support/stored-database';
import type { StoredDatabase } from '../support/stored-database';

describe('migrations', () => {
  afterEach(() => Dexie.delete('migrated'));

  it('are numbered one after the other, from 1', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
  });

  it('end at the version that whoever does not carry them looks for', () => {
    expect(migrations.at(-1)?.version).toBe(newestVersion);
  });

  // Every version ever released has a fixture that is never written again; new ones join the list.
  it.each([
    [1, { name: 'Ada Lindqvist', aliases: ['Mayor Lindqvist', 'A. Lindqvist'], description: 'mayor of Harbourton' }],
    [2, { name: 'Ada M. Lindqvist', aliases: ['Lindqvist of Harbourton', 'Ada Lindqvist', 'A. Lindqvist'] }],
    [3, { name: 'Ada M. Lindqvist', aliases: ['Lindqvist of Harbourton', 'Ada Lindqvist', 'A. Lindqvist'] }],
  ])('bring a database of version %i up to date with everything in it', async (version, ada) => {
    const path = new URL(`../migrations/v${version}.json`, import.meta.url);
    await restoreStored('migrated', JSON.parse(readFileSync(path, 'utf8')) as StoredDatabase);
    const opened = await openDatabase('migrated');
    if (!opened.ok) throw new Error(opened.failure.kind);
    const database = opened.value;
    const knowledge = knowledgeOf(database);
    await indexArticles({
      ...createIndexStore(database, { knowledge, evidence: createEvidenceStore(database.backendDB()), now: () => '2020-01-01T00:00:00Z' }),
      base: knowledge.base,
      knowledge: knowledge.current,
      corrections: () => Promise.resolve([]),
      pause: () => Promise.resolve(),
    });

    expect(database.verno).toBe(newestVersion);
    expect(await createSourceRepository(database).list()).toMatchObject([{ title: 'Gazette' }]);
    expect(await createSourceRepository(database).states()).toMatchObject([{ etag: '"1"' }]);
    expect(await createPackRepository(database).list()).toMatchObject([{ id: 'p' }, { id: 'q' }]);
    expect(await knowledge.entities(['ada'])).toMatchObject([ada]);
    const coverage = await createCoverageSource(database).articlesOf('ada', { limit: 10 });
    expect(coverage.map(({ article }) => article.title)).toEqual(['Ada Lindqvist listens', 'Ada Lindqvist speaks']);
    expect(coverage[1]?.article.text).toBe('Ada Lindqvist spoke at the Brook Valley Council.');
    expect(await readCorrections(database.backendDB())).toMatchObject([{ text: 'Ada', not: 'ada' }]);
    database.close();
  });

  it('make of nothing what they make of the newest fixture', async () => {
    const path = new URL(`../migrations/v${newestVersion}.json`, import.meta.url);
    const { version, stores } = JSON.parse(readFileSync(path, 'utf8')) as StoredDatabase;
    const opened = await openDatabase('migrated');
    if (opened.ok) opened.value.close();

    const fresh = await settled(indexedDB.open('migrated'));
    expect(fresh.version).toBe(version);
    expect([...fresh.objectStoreNames].sort()).toEqual(Object.keys(stores).sort());
    for (const [name, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
      const store = fresh.transaction(name).objectStore(name);
      const found = [...store.indexNames].map((index) => {
        const { keyPath: path, unique, multiEntry } = store.index(index);
        return { name: index, keyPath: path, unique, multiEntry };
      });
      expect([store.keyPath, store.autoIncrement, found]).toEqual([keyPath, autoIncrement, indexes]);
    }
    fresh.close();
  });
});
