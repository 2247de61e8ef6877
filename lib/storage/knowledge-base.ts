import { openGazetteer } from '../gazetteer/open-gazetteer';
import type { Gazetteer } from '../gazetteer/open-gazetteer';
import type { Entity } from '../model/entity';
import type { Knowledge } from '../services/index-articles';
import { changeKnowledge } from './change-knowledge';
import { entityAt, withOthers } from './compile-knowledge';
import type { Database } from './database';
import { entitiesPerPage } from './entity-page';
import { lookUpId } from './id-index';
import { Recent } from './recent';
import type { EntityPageRow, KnowledgeRow } from './rows';

/** Pages kept in memory, some 80 kB each, so that linking article after article does not read them each time. */
const keptPages = 128;
/** Entities likewise. The linker remembers what it made of an entity for as long as it is given the same object. */
const keptEntities = 16_384;

export interface KnowledgeBase {
  /** What is known now; undefined before the first pack. What was opened is kept until its version is replaced. */
  current(): Promise<OpenKnowledge | undefined>;
  version(): Promise<number>;
  /** The entities with these ids, as far as they exist, in any order. */
  entities(ids: readonly string[]): Promise<Entity[]>;
}

export interface OpenKnowledge extends Knowledge {
  /** How many names there are to be spotted. */
  readonly names: number;
  /** Undefined when newer knowledge has taken the place of this. */
  entitiesWithIds(ids: readonly string[]): Promise<Entity[] | undefined>;
}

export function createKnowledgeBase(database: Database): KnowledgeBase {
  let kept: OpenKnowledge | undefined;
  let opening: Promise<OpenKnowledge | undefined> | undefined;

  async function current(): Promise<OpenKnowledge | undefined> {
    const version = await versionNow();
    if (version === 0) return undefined;
    if (kept?.version === version) return kept;
    opening ??= openCurrent().finally(() => (opening = undefined));
    return (kept = await opening);
  }

  async function openCurrent(): Promise<OpenKnowledge | undefined> {
    const opened = await openAsStored(database);
    if (opened !== 'damaged') return opened;
    // Everything in it can be had from the entity pages.
    await changeKnowledge(database, (packs) => packs);
    const rebuilt = await openAsStored(database);
    if (rebuilt === 'damaged') throw new Error('A gazetteer that was just compiled does not open');
    return rebuilt;
  }

  async function versionNow(): Promise<number> {
    return (await database.knowledge.get('current'))?.version ?? 0;
  }

  async function entities(ids: readonly string[]): Promise<Entity[]> {
    for (;;) {
      const known = await current();
      const found = known ? await known.entitiesWithIds(ids) : [];
      if (found) return found;
    }
  }

  return { current, version: versionNow, entities };
}

async function openAsStored(database: Database): Promise<OpenKnowledge | 'damaged' | undefined> {
  const [row, part] = await database.transaction('r', database.knowledge, database.knowledgeParts, () =>
    Promise.all([database.knowledge.get('current'), database.knowledgeParts.get('gazetteer')]),
  );
  if (!row) return undefined;
  const buffer = part?.version === row.base ? await readBlob(part.blob) : undefined;
  const opened = buffer && openGazetteer(buffer);
  return opened?.ok ? withFacts(database, row, opened.value) : 'damaged';
}

/** A gazetteer with the facts that its numbers stand for. */
function withFacts(database: Database, row: KnowledgeRow, gazetteer: Gazetteer): OpenKnowledge {
  const { version, base } = row;
  const others = pairsOf(row.same);
  const recentPages = new Recent<number, EntityPageRow>(keptPages);
  const recentEntities = new Recent<number, Entity>(keptEntities);
  let ids: Uint32Array | undefined;

  async function entities(numbers: Iterable<number>): Promise<ReadonlyMap<number, Entity> | undefined> {
    const found = new Map<number, Entity>();
    const missing: number[] = [];
    for (const number of numbers) {
      const entity = recentEntities.get(number);
      if (entity) found.set(number, entity);
      else missing.push(number);
    }
    if (missing.length === 0) return found;
    const pages = await readPages(missing.flatMap((number) => [number, ...(others.get(number) ?? [])]));
    if (!pages) return undefined;
    for (const number of missing) {
      const entity = entityAt(pages, number);
      if (!entity) continue;
      const merged = withOthers(entity, others.get(number), pages);
      recentEntities.set(number, merged);
      found.set(number, merged);
    }
    return found;
  }

  /** Sparse, in the order of the knowledge's row. Undefined when that row is no longer the current one. */
  async function readPages(numbers: readonly number[]): Promise<(EntityPageRow | undefined)[] | undefined> {
    const places = new Set(numbers.map((number) => Math.floor(number / entitiesPerPage)));
    const pages: (EntityPageRow | undefined)[] = [];
    const missing: number[] = [];
    for (const place of places) {
      pages[place] = recentPages.get(place);
      if (!pages[place]) missing.push(place);
    }
    if (missing.length === 0) return pages;
    const read = await database.transaction('r', database.knowledge, database.entityPages, async () => {
      if ((await database.knowledge.get('current'))?.version !== version) return undefined;
      return database.entityPages.bulkGet(missing.map((place) => row.pages[place] ?? -1));
    });
    if (!read) return undefined;
    for (const [at, place] of missing.entries()) {
      const page = read[at];
      pages[place] = page;
      if (page) recentPages.set(place, page);
    }
    return pages;
  }

  async function entitiesWithIds(wanted: readonly string[]): Promise<Entity[] | undefined> {
    const index = (ids ??= await readIds());
    if (!index) return undefined;
    // The lowest number of an id is the one that stands for all that have it, and comes first.
    const numbers = wanted.map((id) => lookUpId(index, id));
    const found = await entities(new Set(numbers.flat()));
    if (!found) return undefined;
    return wanted.flatMap((id, at) => {
      const number = numbers[at]?.find((candidate) => found.get(candidate)?.id === id);
      return (number === undefined ? undefined : found.get(number)) ?? [];
    });
  }

  /** Undefined when newer knowledge has taken the place of this, be it because this one's ids had to be made anew. */
  async function readIds(): Promise<Uint32Array | undefined> {
    const part = await database.knowledgeParts.get('ids');
    const buffer = part?.version === base ? await readBlob(part.blob) : undefined;
    if (buffer) return new Uint32Array(buffer);
    if ((await database.knowledge.get('current'))?.version === version) await changeKnowledge(database, (packs) => packs);
    return undefined;
  }

  return { version, base, names: gazetteer.names, spot: (text) => gazetteer.spot(text), entities, entitiesWithIds };
}

async function readBlob(blob: Blob): Promise<ArrayBuffer | undefined> {
  try {
    return await blob.arrayBuffer();
  } catch {
    // The row is there, and the file that the browser kept for its blob is not.
    return undefined;
  }
}

function pairsOf(same: Uint32Array): Map<number, number[]> {
  const others = new Map<number, number[]>();
  for (let at = 0; at < same.length; at += 2) {
    const first = same[at] ?? 0;
    others.set(first, [...(others.get(first) ?? []), same[at + 1] ?? 0]);
  }
  return others;
}
