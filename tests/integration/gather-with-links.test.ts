// @vitest-environment node
import { createHash } from 'node:crypto';
import type { Table } from 'dexie';
import { describe, expect, it } from 'vitest';
import { gatherArticles, gatheringBeside, type GatherMemory, type UngatheredArticle } from '../../lib/services/gather-articles';
import { indexArticles } from '../../lib/services/index-articles';
import { editPlans } from '../../lib/services/edit-plans';
import type { KnowledgeChange } from '../../lib/model/entity-edit';
import { articleTables, upsertArticles } from '../../lib/storage/article-rows';
import { createGatheredStore } from '../../lib/storage/gathered-articles';
import { saveChanges } from '../../lib/storage/entity-edits';
import { importCoverage } from '../../lib/storage/import-coverage';
import { importPack } from '../../lib/storage/import-pack';
import { updateOverlay } from '../../lib/storage/update-overlay';
import type { Database } from '../../lib/storage/database';
import { createCoverageSource } from '../../lib/storage/coverage';
import { createEvidenceStore } from '../../lib/storage/evidence-store';
import { evidenceFor } from '../../lib/storage/evidence-table';
import { reopenDoomed, useDatabase } from '../support/database';
import { asFile, coverageLines, packLines } from '../support/files';
import { indexPorts } from '../support/indexing';
import { knowledgeOf } from '../support/knowledge-of';

const database = useDatabase();
const now = () => '2020-01-01T00:00:00Z';
const ada = { id: 'ada', name: 'Ada Lindqvist', kind: 'person', aliases: [], popularity: 0.9 };
const events = ['dam burst flooded the mill', 'library roof was sold for copper', 'ferry strike closed the harbour'];

describe('indexArticles, with quotes and stories of what it stores', () => {
  it('stores the same as when they are found afterwards, and writes less', async () => {
    await begin();
    await cover(600);
    const written = await rowsWritten(() => run({ isTogether: true }));
    const together = await gathered();
    await Promise.all(database().tables.map((table) => table.clear()));
    await begin();
    await cover(600);
    const writtenApart = await rowsWritten(() => run({ isTogether: false }));

    expect(together.quotes).toHaveLength(600);
    expect(together.stories.length).toBeGreaterThan(1);
    expect(together).toEqual(await gathered());
    expect(written).toBeLessThanOrEqual(writtenApart - 600);
  });

  it.each([[false], [true]])('stores the same whether or not a batch is linked while the one before is stored (learned at once: %s)', async (isKnownAtOnce) => {
    await begin();
    await cover(850);
    const linkedAhead = await run({ isTogether: true, isKnownAtOnce });
    const ahead = await stored();
    await Promise.all(database().tables.map((table) => table.clear()));
    await begin();
    await cover(850);

    expect(await run({ isTogether: true, isKnownAtOnce, isDue: true })).toBe(0);
    expect(linkedAhead).toBe(2);
    expect(ahead).toEqual(await stored());
    // Where that is known at once, the second batch was linked a second time.
    expect(await database().entities.count()).toBeGreaterThan(0);
  });

  it('takes a page again of which an article is there already, and counts none twice', async () => {
    await begin();
    await store(600);
    await run({ isTogether: true });
    await cover(850);
    // Its page, the second, was told ahead, and the third before the second turned out not to be as it was taken for.
    expect(await run({ isTogether: true })).toBe(2);
    const { articles, quotes } = await gathered();
    expect([articles.filter(({ story }) => story !== undefined).length, quotes.length]).toEqual([850, 850]);
    expect(evidenceFor(await createEvidenceStore(database().backendDB()).table(1), () => 'ada').withEntity(0)).toBe(850);
  });

  it('ends as if undisturbed, wherever it is killed while two batches are worked on', async () => {
    await begin();
    await cover(900);
    await run({ isTogether: true });
    const undisturbed = { ...(await gathered()), remembered: await remembered() };
    await Promise.all(database().tables.map((table) => table.clear()));
    await begin();
    await cover(900);
    let kills = 0;
    for (let writes = 3; ; writes += 11) {
      const doomed = await reopenDoomed(writes);
      const finished = await run({ isTogether: true, database: doomed }).then(() => true, () => false);
      doomed.close();
      if (finished) break;
      kills++;
    }

    expect(kills).toBeGreaterThan(2);
    expect({ ...(await gathered()), remembered: await remembered() }).toEqual(undisturbed);
    expect(undisturbed.stories.length).toBeGreaterThan(1);
    expect(await database().articles.count()).toBe(900);
    expect(await database().stagedPages.count()).toBe(0);
    expect(await database().quotes.count()).toBe(900);
    const coverage = createCoverageSource(database());
    expect((await coverage.coverageOf('bob', { alongside: ['ada'] })).naming).toEqual(new Map([['ada', 900]]));
    expect(evidenceFor(await createEvidenceStore(database().backendDB()).table(1), () => 'ada').withEntity(0)).toBe(900);
  });

  it('finds them afterwards where an article came in between', async () => {
    await begin();
    await cover(40);
    let isFirst = true;
    await run({
      isTogether: true,
      async meanwhile() {
        if (!isFirst) return;
        isFirst = false;
        await store(1_000);
      },
    });

    const { quotes, articles } = await gathered();
    expect(quotes).toHaveLength(41);
    expect(articles.filter(({ story }) => story === undefined)).toEqual([]);
  });

  it('finds them afterwards for what is there already', async () => {
    await begin();
    await store(3);
    await cover(5);
    await run({ isTogether: true });

    const { quotes, articles } = await gathered();
    expect(articles).toHaveLength(5);
    expect(quotes).toHaveLength(5);
  });
});

describe('indexArticles, with quotes that were found before', () => {
  const speakers = async () => [...new Set((await database().quotes.toArray()).map(({ speaker }) => speaker))];
  const change = async (changes: readonly KnowledgeChange[]) => {
    const saved = await saveChanges(database(), changes, now());
    await updateOverlay(database());
    await run({ isTogether: true });
    return saved.ok ? saved.value : [];
  };

  it('gives them to whoever stands for their speaker, to the one who is split off, and back when that is undone', async () => {
    await importPack(database(), asFile(packLines('p', [{ ...ada, aliases: ['Bea Holm'] }, { ...ada, id: 'cora', name: 'Cora Dahl' }])), { now });
    await cover(3);
    await run({ isTogether: true });
    expect(await speakers()).toEqual(['ada']);

    const undo = await change(editPlans.merge('ada', 'cora'));
    expect(await speakers()).toEqual(['cora']);
    await change(undo);
    expect(await speakers()).toEqual(['ada']);

    const back = await change([{ does: 'name', entity: 'ada', name: 'Bea Holm' }, ...editPlans.split({ id: 'ada' }, { id: 'own:1', name: 'Ada Lindqvist', kind: 'person', aliases: [] })]);
    expect(await speakers()).toEqual(['own:1']);
    await change(back);
    expect(await speakers()).toEqual(['ada']);
    expect(await database().quotes.count()).toBe(3);
  });

  it('finds them anew where the text has changed', async () => {
    await begin();
    await store(1);
    await run({ isTogether: true });
    const { url, ...article } = articleOf(1);
    await database().transaction('rw', articleTables(database()), () =>
      upsertArticles(database(), [{ article: { ...article, id: url, url, text: 'Few came. “We were never asked about it,” Ada Lindqvist said.' }, origin: 'source:s' }]));
    await run({ isTogether: true });

    expect(await database().quotes.toArray()).toMatchObject([{ text: 'We were never asked about it,', speaker: 'ada' }]);
  });

  it('goes by the new links where they are found while their article is linked anew', async () => {
    await begin();
    await cover(3);
    await run({ isTogether: true });
    await importPack(database(), asFile(packLines('p', [{ ...ada, id: 'eva' }])), { now });
    let isFirst = true;
    await run({
      isTogether: true,
      async beforeStoring(gather) {
        if (isFirst) expect(await gather()).toBe(3);
        isFirst = false;
      },
    });

    expect(isFirst).toBe(false);
    expect(await speakers()).toEqual(['eva']);
    expect(await database().quotes.count()).toBe(3);
  });
});

async function begin(): Promise<void> {
  expect(await importPack(database(), asFile(packLines('p', [ada])), { now })).toMatchObject({ ok: true });
}

async function cover(count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, at) => articleOf(at));
  expect(await importCoverage(database(), asFile(coverageLines(...lines)), { now })).toMatchObject({ ok: true });
}

/** As a feed brings one. */
async function store(at: number): Promise<void> {
  const { url, ...article } = articleOf(at);
  await database().transaction('rw', articleTables(database()), () => upsertArticles(database(), [{ article: { ...article, id: url, url }, origin: 'source:s' }]));
}

function articleOf(at: number) {
  const event = events[at % events.length] ?? '';
  return {
    url: `https://outlet${at % 4}.test/${at}`,
    title: `How the ${event}`,
    outlet: `Outlet ${at % 4}`,
    published: new Date(Date.UTC(2019, 0, 1, at)).toISOString(),
    text: `Many saw how the ${event} that day. "We saw number ${at} come," Ada Lindqvist said. Bruno Castell listened.`,
  };
}

interface HowToRun {
  readonly isTogether: boolean;
  readonly isDue?: boolean;
  /** What is learned from a batch is known when the next one comes. */
  readonly isKnownAtOnce?: boolean;
  readonly meanwhile?: () => Promise<void>;
  /** As when two scripts are at it. */
  readonly beforeStoring?: (gather: () => Promise<number>) => Promise<void>;
  readonly database?: Database;
}

/** Returns how many batches were told before the one in front of them was stored. */
async function run({ isTogether, isDue = false, isKnownAtOnce = false, meanwhile, beforeStoring, database: base = database() }: HowToRun): Promise<number> {
  const memory: GatherMemory = {};
  const knowledge = knowledgeOf(base);
  const ports = {
    ...createGatheredStore(base),
    entities: knowledge.entities,
    base: async () => (await knowledge.current())?.base ?? 0,
    pause: () => Promise.resolve(),
  };
  const beside = gatheringBeside(ports, memory);
  const gathering = {
    ...beside,
    async gather(articles: readonly UngatheredArticle[]) {
      await meanwhile?.();
      return beside.gather(articles);
    },
  };
  const indexing = indexPorts(base);
  let told = 0;
  const after: typeof indexing.unlinked.after = async (batch) => {
    const next = await indexing.unlinked.after(batch);
    if (next) told++;
    return next;
  };
  const store: typeof indexing.unlinked.store = async (...what) => {
    await beforeStoring?.(() => gatherArticles(ports, {}));
    return indexing.unlinked.store(...what);
  };
  const current: typeof indexing.knowledge = async () => {
    if (isKnownAtOnce) await updateOverlay(base);
    return indexing.knowledge();
  };
  await indexArticles({ ...indexing, isDue: () => Promise.resolve(isDue), knowledge: current, unlinked: { ...indexing.unlinked, after, store }, gathering: isTogether ? gathering : undefined });
  await gatherArticles(ports, memory);
  return told;
}

/** All rows, but for keys that are counted on in a store that was emptied. */
async function stored() {
  const { articles, articleTexts, entities, evidence, learning, quotes, stories, states, knowledge, lookBacks } = database();
  const tables = [articles, articleTexts, entities, evidence, learning, quotes, stories, states, knowledge, lookBacks];
  const counted = new Set<unknown>([evidence, learning, quotes, knowledge]);
  const rows = await Promise.all(tables.map(async (table) => [table, await (table as Table<object>).toArray()] as const));
  return rows.map(([table, all]) => all.map((row) => ({ ...row, origins: [], ...(counted.has(table) && { number: 0, pages: [] }) })));
}

async function rowsWritten(task: () => Promise<unknown>): Promise<number> {
  let written = 0;
  const { articles } = database();
  const onCreate = (): void => {
    written++;
  };
  articles.hook('creating', onCreate);
  articles.hook('updating', onCreate);
  await task();
  articles.hook('creating').unsubscribe(onCreate);
  articles.hook('updating').unsubscribe(onCreate);
  return written;
}

/** Digests: who compares a quarter of a megabyte that differs is told of each byte. */
async function remembered(): Promise<string[]> {
  const pages = await database().indexPages.toArray();
  return pages.map(({ key, bytes }) => `${key} ${createHash('sha256').update(bytes).digest('hex')}`);
}

async function gathered() {
  const stories = await database().stories.toArray();
  const articles = (await database().articles.toArray()).map(({ id, number, story, entities }) => ({ id, number, story, entities }));
  const quotes = (await database().quotes.toArray()).map(({ article, speaker, text }) => ({ article, speaker, text }));
  return { articles, quotes, stories: stories.map((story) => ({ ...story, articles: [...story.articles].sort((one, other) => one - other) })) };
}
