import { release } from '../gazetteer/release';
import type { Entity } from '../model/entity';
import type { Database } from './database';
import { decodeEntity, entitiesPerPage } from './entity-page';
import type { EntityPageRow } from './rows';

/** Pages that are read together: some megabyte. All of a million names at once would be held three times over. */
const pagesAtOnce = 16;

/** Numbers of the pages of these packs, in the order in which their entities are numbered. */
export async function pageNumbers({ entityPages }: Database, packs: readonly number[]): Promise<number[]> {
  const numbers: number[] = [];
  for (const pack of packs) {
    const own = await entityPages.where('pack').equals(pack).primaryKeys();
    numbers.push(...own.sort((one, other) => one - other));
  }
  return numbers;
}

export interface ReadPage {
  /** Which one of those asked for. */
  readonly place: number;
  readonly page: EntityPageRow;
}

/** Those of these pages that are there, each good until the next is asked for. */
export async function* readPages({ entityPages }: Database, pages: readonly number[]): AsyncGenerator<ReadPage> {
  for (let from = 0; from < pages.length; from += pagesAtOnce) {
    const read = await entityPages.bulkGet(pages.slice(from, from + pagesAtOnce));
    for (const [at, page] of read.entries()) {
      if (!page) continue;
      yield { place: from + at, page };
      release(page.bytes);
    }
  }
}

/** What is to be known of the entities with these numbers: entity n is at n mod PAGE of the page at place n div PAGE. */
export async function readEntities<T>(
  database: Database,
  { pages, wanted }: { readonly pages: readonly number[]; readonly wanted: Iterable<number> },
  factsOf: (entity: Entity) => T,
): Promise<Map<number, T>> {
  const inPages = new Map<number, number[]>();
  for (const number of new Set(wanted)) {
    const place = Math.floor(number / entitiesPerPage);
    const others = inPages.get(place);
    if (others) others.push(number);
    else inPages.set(place, [number]);
  }
  const places = [...inPages.keys()].sort((one, other) => one - other);
  const found = new Map<number, T>();
  for await (const { place, page } of readPages(database, places.map((at) => pages[at] ?? -1))) {
    for (const number of inPages.get(places[place] ?? -1) ?? []) {
      const entity = decodeEntity(page, number % entitiesPerPage);
      if (entity) found.set(number, factsOf(entity));
    }
  }
  return found;
}
