import { compileInSlices } from '../gazetteer/compile-gazetteer';
import type { AliasEntry } from '../gazetteer/match';
import { release } from '../gazetteer/release';
import { aliasEntries } from '../linking/alias-entries';
import type { Entity } from '../model/entity';
import type { Database } from './database';
import { compileOverlay, editedIds, type NumberedEntity } from './compile-overlay';
import { decodeEntity, entitiesPerPage } from './entity-page';
import { FactsBuilder } from './facts-index';
import { IdIndexBuilder, lookUpId } from './id-index';
import { mergeEntities } from './merge-entities';
import { LearnedTwins } from './learned-twins';
import type { OverlayRow } from './overlay-row';
import { pageNumbers, readEntities, readPages, type ReadPage } from './read-entity-pages';
import type { EntityEditRow, FoundEntityRow, KnowledgeRow } from './rows';

export interface CompiledKnowledge {
  readonly row: Omit<KnowledgeRow, 'version' | 'base' | 'overlay'>;
  readonly gazetteer: Blob;
  readonly ids: Blob;
  readonly facts: Blob;
  readonly overlay: Omit<OverlayRow, 'version'> | undefined;
}

interface Found {
  readonly entities: readonly FoundEntityRow[];
  readonly edits: readonly EntityEditRow[];
}

/**
 * Compiles the pages of these packs, in this order: where two describe an entity, the first one's word counts. What was
 * found and edited goes into an overlay. Pages are read three times, some at a time, and none is kept: with a million names,
 * all of them would take as much memory as what is compiled of them. Whoever stores it sees to it that no pack has
 * changed meanwhile.
 */
export async function compileKnowledge(
  database: Database,
  packs: readonly number[],
  found: Found,
): Promise<CompiledKnowledge> {
  const pages = await pageNumbers(database, packs);
  const capacity = firstNumberAfter(pages);
  const index = new IdIndexBuilder(capacity);
  let entities = 0;
  const learned = new LearnedTwins(found.entities);
  for await (const page of readPages(database, pages)) {
    for (const [number, entity] of entitiesOf(page)) {
      index.add(entity.id, number);
      learned.meet(entity);
      entities++;
    }
  }
  const twins = learned.found();
  const same = await sameEntities(database, pages, index);
  const others = othersOf(same);
  // What other pages say of an entity is at hand when its own is read.
  const told = await readEntities(database, { pages, wanted: same.keys() }, (entity) => entity);
  const ids = index.build();
  const overlay = compileOverlay({
    found: found.entities,
    edits: found.edits,
    packed: await packedWithIds([...editedIds(found.edits), ...found.entities.map(({ id }) => id)]),
    firstNumber: capacity,
    twins,
  })?.row;
  let names = 0;
  // Nobody waits for the thread of an import; elsewhere, reading the next pages lets others have their turn.
  const compiled = new Uint8Array(await compileInSlices(countedEntries(), () => Promise.resolve()));
  const gazetteer = new Blob([compiled]);
  release(compiled);
  return {
    row: {
      name: 'current',
      pages,
      same: Uint32Array.from([...same].flatMap(([other, first]) => [first, other])),
      twins,
      entities: entities - same.size,
      names,
    },
    gazetteer,
    ids: new Blob([ids]),
    facts: await allFacts(),
    overlay,
  };

  /** With what the other packs say of the one with its id. */
  function whole(number: number, entity: Entity): Entity {
    return (others.get(number) ?? []).flatMap((other) => told.get(other) ?? []).reduce((one, other) => mergeEntities(one, other), entity);
  }

  async function packedWithIds(wanted: readonly string[]): Promise<Map<string, NumberedEntity>> {
    const numbers = new Uint32Array(ids);
    const mayBe = new Map(wanted.map((id) => [id, lookUpId(numbers, id)] as const));
    const read = await readEntities(database, { pages, wanted: [...mayBe.values()].flat() }, (entity) => entity);
    const packed = new Map<string, NumberedEntity>();
    for (const [id, candidates] of mayBe) {
      const number = candidates.find((candidate) => read.get(candidate)?.id === id);
      const entity = number === undefined ? undefined : read.get(number);
      if (number !== undefined && entity) packed.set(id, { number, entity: whole(number, entity) });
    }
    return packed;
  }

  async function* countedEntries(): AsyncGenerator<AliasEntry[]> {
    for await (const page of readPages(database, pages)) {
      const batch: AliasEntry[] = [];
      for (const [number, entity] of entitiesOf(page)) {
        if (same.has(number)) continue;
        batch.push(...aliasEntries(whole(number, entity), number));
      }
      names += batch.length;
      yield batch;
    }
  }

  /** Not while names are compiled: either takes much memory. */
  async function allFacts(): Promise<Blob> {
    const facts = new FactsBuilder(capacity);
    for await (const page of readPages(database, pages)) {
      for (const [number, entity] of entitiesOf(page)) if (!same.has(number)) facts.add(number, whole(number, entity));
    }
    return facts.build();
  }
}

/** Entities beside those of these pages are numbered from here on. */
export function firstNumberAfter(pages: readonly unknown[]): number {
  return pages.length * entitiesPerPage;
}

function* entitiesOf({ place, page }: ReadPage): Generator<[number, Entity]> {
  for (let at = 0; at < page.ends.length; at++) {
    const entity = decodeEntity(page, at);
    if (entity) yield [place * entitiesPerPage + at, entity];
  }
}

/** Numbers of entities whose id stood before, each with the number that stands for both. */
async function sameEntities(database: Database, pages: readonly number[], index: IdIndexBuilder): Promise<Map<number, number>> {
  const groups = [...index.collisions()];
  const read = await readEntities(database, { pages, wanted: groups.flat() }, ({ id }) => id);
  const same = new Map<number, number>();
  for (const numbers of groups) {
    const firstWithId = new Map<string, number>();
    for (const number of numbers) {
      const id = read.get(number) ?? '';
      const first = firstWithId.get(id);
      if (first === undefined) firstWithId.set(id, number);
      else same.set(number, first);
    }
  }
  return same;
}

function othersOf(same: ReadonlyMap<number, number>): Map<number, number[]> {
  const others = new Map<number, number[]>();
  for (const [other, first] of same) others.set(first, [...(others.get(first) ?? []), other]);
  return others;
}
