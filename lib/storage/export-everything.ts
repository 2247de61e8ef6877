import type { IndexableType, Table } from 'dexie';
import { toBase64 } from './base64';
import type { Database } from './database';
import { decodeEntity } from './entity-page';
import { createLearningStore } from './learning-store';
import { encodeSnapshot } from './learning-pieces';
import { createEvidenceStore } from './evidence-store';
import { memoryKey, tableKey } from './gathered-articles';
import { hiddenOrigins, isVisible } from './origins';
import { keptSource } from './sources';

const rowsAtOnce = 500;

/**
 * Everything that there is, as lines of `sidelight-base/1` (docs/knowledge-file.md): what the reader chose and said, what
 * was learned, packs and articles, in the order in which they can be taken in again. Never more than a few hundred rows
 * of it are in memory.
 * @param settings as they are stored
 */
export async function* exportEverything(database: Database, settings: unknown, now: string): AsyncGenerator<string> {
  let lines = 0;
  const line = (value: object): string => {
    lines++;
    return `${JSON.stringify(value)}\n`;
  };
  yield line({ format: 'sidelight-base/1', made: now });
  yield line({ is: 'settings', settings });
  for (const row of await database.sources.toArray()) if (row.removed === undefined) yield line({ is: 'source', source: keptSource(row) });
  for await (const row of rowsOf(database.entities)) yield line({ is: 'entity', entity: row });
  for await (const edit of rowsOf(database.entityEdits)) yield line({ is: 'edit', edit });
  for (const { text, url, is, not } of await database.corrections.toArray()) {
    yield line({ is: 'correction', correction: { text, url, is, not } });
  }
  for await (const suggestion of rowsOf(database.mergeSuggestions)) yield line({ is: 'suggestion', suggestion });
  yield* packLines(database, line);
  const hidden = await hiddenOrigins(database);
  yield* storyLines(database, line, await numbersOnlyOf(database, hidden));

  const base = (await database.knowledge.get('current'))?.base ?? 0;
  yield line({ is: 'linking' });
  for await (const row of rowsOf(database.articles)) {
    const origins = row.origins.filter((origin) => !hidden.has(origin));
    if (origins.length === 0) continue;
    const text = (await database.articleTexts.get(row.id))?.text;
    const ours = { key: undefined, origins, together: row.together?.length === 0 ? undefined : row.together, linked: row.linked === base, counted: row.counted === base };
    yield line({ is: 'article', article: { ...row, ...ours, text } });
  }
  yield line({ is: 'evidence', bytes: toBase64((await createEvidenceStore(database.backendDB()).table(base)).bytes) });
  for (const [part, bytes] of encodeSnapshot(await createLearningStore(database).state()).entries()) {
    yield line({ is: 'learning', part, bytes: toBase64(bytes) });
  }
  yield line({ is: 'end', lines });
}

type Line = (value: object) => string;

async function* packLines(database: Database, line: Line): AsyncGenerator<string> {
  for (const { key, state, ...pack } of await database.packs.orderBy('key').toArray()) {
    if (state !== 'ready') continue;
    yield line({ is: 'pack', pack });
    for (const number of (await database.entityPages.where('pack').equals(key).primaryKeys()).sort((one, other) => one - other)) {
      const page = await database.entityPages.get(number);
      for (let at = 0; page && at < page.ends.length; at++) yield line({ is: 'packed', entity: decodeEntity(page, at) });
    }
  }
}

/** Found anew they would be others: that depends on what was reported before, and some of it was pruned, moved or told otherwise since. */
async function* storyLines(database: Database, line: Line, without: ReadonlySet<number>): AsyncGenerator<string> {
  const { states, indexPages, stories } = database;
  const came = (await states.get('articles'))?.count ?? 0;
  const [table, memory] = (await indexPages.bulkGet([tableKey, memoryKey])).map((page) => page && toBase64(page.bytes));
  yield line({ is: 'stories', came, table, memory, isUnsettled: ((await states.get('unsettled'))?.count ?? 0) > 0 });
  for await (const story of rowsOf(stories)) {
    const told = story.articles.filter((number) => !without.has(number));
    if (told.length > 0) yield line({ is: 'story', story: { ...story, articles: told, digest: story.digest && toBase64(story.digest) } });
  }
}

/** Of the articles that nothing else brought: they go with what was removed, and nothing would take them away elsewhere. */
async function numbersOnlyOf({ articles }: Database, hidden: ReadonlySet<string>): Promise<Set<number>> {
  const rows = await articles.where('origins').anyOf([...hidden]).toArray();
  return new Set(rows.filter((row) => !isVisible(row, hidden)).map(({ number }) => number));
}

/** All rows in the order of their keys, some at a time. */
async function* rowsOf<Row, Key extends IndexableType>(table: Table<Row, Key>): AsyncGenerator<Row> {
  const keys = await table.toCollection().primaryKeys();
  for (let from = 0; from < keys.length; from += rowsAtOnce) {
    for (const row of await table.bulkGet(keys.slice(from, from + rowsAtOnce))) if (row) yield row;
  }
}
