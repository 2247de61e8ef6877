import { compileGazetteer } from '../gazetteer/compile-gazetteer';
import type { AliasEntry } from '../gazetteer/match';
import { aliasEntries } from '../linking/alias-entries';
import type { Entity } from '../model/entity';
import type { Database } from './database';
import { compileOverlay, editedIds, type NumberedEntity } from './compile-overlay';
import { decodeEntity, entitiesPerPage } from './entity-page';
import { FactsBuilder } from './facts-index';
import { IdIndexBuilder, lookUpId } from './id-index';
import { entityAt, withOthers } from './paged-entities';
import type { OverlayRow } from './overlay-row';
import type { EntityEditRow, EntityPageRow, FoundEntityRow, KnowledgeRow } from './rows';

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
 * found and edited goes into an overlay.
 */
export async function compileKnowledge(
  database: Database,
  packs: readonly number[],
  found: Found,
): Promise<CompiledKnowledge> {
  const pages: EntityPageRow[] = [];
  for (const pack of packs) pages.push(...(await database.entityPages.where('pack').equals(pack).sortBy('number')));

  const capacity = firstNumberAfter(pages);
  const index = new IdIndexBuilder(capacity);
  let entities = 0;
  for (const [number, entity] of numbered(pages)) {
    index.add(entity.id, number);
    entities++;
  }
  const same = sameEntities(index, pages);
  const ids = index.build();
  const overlay = compileOverlay({
    found: found.entities,
    edits: found.edits,
    packed: packedWithIds([...editedIds(found.edits), ...found.entities.map(({ id }) => id)]),
    firstNumber: capacity,
  })?.row;
  const pageNumbers = pages.map(({ number }) => number);
  let names = 0;
  const facts = new FactsBuilder(capacity);
  const gazetteer = compileGazetteer(countedEntries());
  return {
    row: {
      name: 'current',
      pages: pageNumbers,
      same: Uint32Array.from([...same].flatMap(([other, first]) => [first, other])),
      entities: entities - same.size,
      names,
    },
    gazetteer: new Blob([gazetteer]),
    ids: new Blob([ids]),
    facts: facts.build(),
    overlay,
  };

  function packedWithIds(wanted: readonly string[]): Map<string, NumberedEntity> {
    const packed = new Map<string, NumberedEntity>();
    const numbers = new Uint32Array(ids);
    const others = othersOf(same);
    for (const id of wanted) {
      const number = lookUpId(numbers, id).find((candidate) => entityAt(pages, candidate)?.id === id);
      const entity = number === undefined ? undefined : entityAt(pages, number);
      if (number !== undefined && entity) packed.set(id, { number, entity: withOthers(entity, others.get(number), pages) });
    }
    return packed;
  }

  function* countedEntries(): Generator<AliasEntry> {
    const others = othersOf(same);
    for (const [number, entity] of numbered(pages)) {
      // With a million names, what is read by now makes room for what is compiled of it.
      const before = number / entitiesPerPage - 1;
      if (same.size === 0 && before in pages) pages[before] = noPage;
      if (same.has(number)) continue;
      const whole = withOthers(entity, others.get(number), pages);
      facts.add(number, whole);
      const entries = aliasEntries(whole, number);
      names += entries.length;
      yield* entries;
    }
  }
}

const noPage: EntityPageRow = { number: 0, pack: 0, ends: new Uint32Array(), bytes: new Uint8Array() };

/** Entities beside those of these pages are numbered from here on. */
export function firstNumberAfter(pages: readonly unknown[]): number {
  return pages.length * entitiesPerPage;
}

function* numbered(pages: readonly EntityPageRow[]): Generator<[number, Entity]> {
  for (const [at, page] of pages.entries()) {
    for (let place = 0; place < page.ends.length; place++) {
      const entity = decodeEntity(page, place);
      if (entity) yield [at * entitiesPerPage + place, entity];
    }
  }
}

/** Numbers of entities whose id stood before, each with the number that stands for both. */
function sameEntities(index: IdIndexBuilder, pages: readonly EntityPageRow[]): Map<number, number> {
  const same = new Map<number, number>();
  for (const numbers of index.collisions()) {
    const firstWithId = new Map<string, number>();
    for (const number of numbers) {
      const id = entityAt(pages, number)?.id ?? '';
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
