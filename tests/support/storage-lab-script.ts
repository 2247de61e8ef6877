import { Dexie } from 'dexie';
import { countByMonth } from '../../lib/storage/article-key';
import { createCoverageSource } from '../../lib/storage/coverage';
import type { Database } from '../../lib/storage/database';
import { encodeEntities, entitiesPerPage } from '../../lib/storage/entity-page';
import { exportEverything } from '../../lib/storage/export-everything';
import { keysNaming } from '../../lib/storage/long-lists';
import { openDatabase } from '../../lib/storage/open-database';
import { createReportSource } from '../../lib/storage/reports';

interface PlainEntity {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What benchmarks and tests of storage ask an extension's page that this script was put into. */
const storageLab = {
  /** Articles that ever came, and what is still to be done with them or with files. */
  progress: () =>
    withDatabase(async (database) => {
      // Asked again and again while work is measured: nothing here counts more rows than are left to be done.
      const base = (await database.knowledge.get('current'))?.base ?? 0;
      const unlinked = await database.articles.where('linked').below(base).count();
      const gathered = (await database.states.get('gathered'))?.count ?? 0;
      const numbered = (await database.states.get('articles'))?.count ?? 0;
      return {
        articles: numbered,
        jobs: await database.jobs.count(),
        unlinked: unlinked + (await database.stagedPages.count()) + (await database.lookBacks.count()),
        ungathered: numbered - gathered,
      };
    }),

  /** Of the entity that most articles mention: how long its newest 50, its months and the whole answer for its card take. */
  coverageTimes: () =>
    withDatabase(async (database) => {
      const [entity, articles] = await mostNamed(database);
      const source = createCoverageSource(database);
      return {
        articles,
        newest: await median(() => createReportSource(database).page(entity, {})),
        months: await median(() => keysNaming(database, entity).then(countByMonth)),
        card: await median(() => source.coverageOf(entity, { published: '2016-06-01T00:00:00Z', alongside: [] })),
      };
    }),

  /** Milliseconds that `bulkAdd` takes for rows as a plain design has them: one for each entity and one for each name. */
  async bulkAddTime(entities: readonly PlainEntity[]): Promise<number> {
    await Dexie.delete('plain');
    const plain = new Dexie('plain');
    plain.version(1).stores({ entities: 'id, kind, popularity', names: '++number, name, entity' });
    await plain.open();
    const names = entities.flatMap(({ id, name, aliases }) => [name, ...aliases].map((each) => ({ name: each, entity: id })));
    const began = performance.now();
    for (let from = 0; from < entities.length; from += 2_000) await plain.table('entities').bulkAdd(entities.slice(from, from + 2_000));
    for (let from = 0; from < names.length; from += 2_000) await plain.table('names').bulkAdd(names.slice(from, from + 2_000));
    const ms = performance.now() - began;
    await plain.delete();
    return ms;
  },

  /** Milliseconds that the same entities take as an import stores them: pages, eight in a transaction, made of them included. */
  async pagesTime(entities: readonly PlainEntity[]): Promise<number> {
    await Dexie.delete('paged');
    const paged = new Dexie('paged');
    paged.version(1).stores({ entityPages: '++number, pack' });
    await paged.open();
    const began = performance.now();
    for (let from = 0; from < entities.length; from += 8 * entitiesPerPage) {
      const starts = Array.from({ length: 8 }, (_, at) => from + at * entitiesPerPage).filter((start) => start < entities.length);
      await paged.table('entityPages').bulkAdd(starts.map((start) => {
        const some = entities.slice(start, start + entitiesPerPage).map((entity) => ({ ...entity, aliases: [...entity.aliases] }));
        return { pack: 1, ...encodeEntities(some) };
      }));
    }
    const ms = performance.now() - began;
    await paged.delete();
    return ms;
  },

  /**
   * A digest of all there is, which articles are told as one story included, but for moments at which something was stored and
   * what a feed's server said last.
   */
  fingerprint: () =>
    withDatabase(async (database) => {
      const digests: string[] = [];
      for await (const line of exportEverything(database, {}, '')) {
        if (line.startsWith('{"is":"source-state"')) continue;
        digests.push(await digestOf(JSON.stringify(timeless(JSON.parse(line)))));
      }
      for (const { name, blob } of await database.knowledgeParts.toArray()) {
        // That of names is made when somebody looks for one.
        if (name !== 'names') digests.push(await digestOf(new Uint8Array(await blob.arrayBuffer())));
      }
      for (const { entity, keys } of await database.longLists.toArray()) {
        const counted = await database.articles.where('entities').equals(entity).primaryKeys();
        if (keys.join() !== counted.join()) digests.push(`the list of ${entity} is not what the index says`);
      }
      for (const { article, speaker, text } of await database.quotes.toArray()) digests.push(`${article} ${speaker} ${text}`);
      for (const { id, first, newest, articles, digest = new Uint8Array() } of await database.stories.toArray()) {
        digests.push(`${id} ${first} ${newest} ${await digestOf(new Uint8Array(digest))}`);
        const members = await database.articles.where('number').anyOf(articles).toArray();
        digests.push(...members.map((member) => `${member.id} ${member.story === id ? 'is' : 'should be'} in ${id}`));
      }
      for (const { key, bytes } of await database.indexPages.toArray()) digests.push(`${key} ${await digestOf(new Uint8Array(bytes))}`);
      return digestOf(digests.sort().join('\n'));
    }),

  /** All that "Save everything" saves, packed, in base64. */
  saved: () =>
    withDatabase(async (database) => {
      const lines = exportEverything(database, {}, '2020-01-01T00:00:00Z');
      const text = new ReadableStream<string>({
        async pull(controller) {
          const next = await lines.next();
          if (next.done === true) controller.close();
          else controller.enqueue(next.value);
        },
      });
      const packed = await new Response(text.pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream('gzip'))).blob();
      return inBase64(new Uint8Array(await packed.arrayBuffer()));
    }),

  sourceIds: () => withDatabase((database) => database.sources.toCollection().primaryKeys()),
};

async function withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  if (!database.ok) throw new Error(database.failure.kind);
  try {
    return await use(database.value);
  } finally {
    database.value.close();
  }
}

async function mostNamed(database: Database): Promise<readonly [string, number]> {
  const counts = new Map<string, number>();
  const some = await database.articles.limit(2_000).toArray();
  for (const id of some.flatMap(({ entities }) => entities)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [entity = ''] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [];
  return [entity, await database.articles.where('entities').equals(entity).count()];
}

async function digestOf(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const moments = new Set(['since', 'changed', 'added']);

/** Without moments, and with all fields by name: in which order a row's fields were written says nothing of it. */
function timeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timeless);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([name]) => !moments.has(name));
  return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, field]) => [name, timeless(field)]));
}

function inBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
}

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 21; round++) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return times.sort((one, other) => one - other)[10] ?? 0;
}

export type StorageLab = typeof storageLab;
Object.assign(globalThis, { storageLab });
