import type { Database } from './database';
import { entitiesPerPage } from './entity-page';
import type { KnowledgeRow } from './rows';

export interface PackMembers {
  /** The id that the pack gives itself. */
  readonly id: string;
  readonly title: string;
  /** Whether the entity with this number stands in this pack, or stands for one that does. */
  has(number: number): boolean;
}

/** The packs in use, with what is in each. Reads keys of pages only. */
export async function packMembers({ packs, entityPages }: Database, { pages, same }: KnowledgeRow): Promise<PackMembers[]> {
  const placeOf = new Map(pages.map((page, place) => [page, place]));
  const ready = (await packs.orderBy('key').toArray()).filter(({ state }) => state === 'ready');
  return Promise.all(
    ready.map(async ({ key, id, title }) => {
      const own = new Uint8Array(pages.length);
      for (const page of await entityPages.where('pack').equals(key).primaryKeys()) {
        const place = placeOf.get(page);
        if (place !== undefined) own[place] = 1;
      }
      const isOwn = (number: number): boolean => own[Math.floor(number / entitiesPerPage)] === 1;
      const standing = new Set<number>();
      // Pairs: the first that stands for an entity, and another pack's word on the same one; either way round.
      for (let at = 0; at + 1 < same.length; at += 2) {
        const [first = 0, other = 0] = same.subarray(at, at + 2);
        if (isOwn(other)) standing.add(first);
      }
      return { id, title, has: (number) => isOwn(number) || standing.has(number) };
    }),
  );
}
