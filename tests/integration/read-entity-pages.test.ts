// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { encodeEntities, entitiesPerPage } from '../../lib/storage/entity-page';
import { pageNumbers, readEntities, readPages } from '../../lib/storage/read-entity-pages';
import { useDatabase } from '../support/database';

const database = useDatabase();
/** More than are read together. */
const pages = 150;

async function storePages(pack: number): Promise<void> {
  const rows = Array.from({ length: pages }, (_, at) => [`${pack}-${at}-0`, `${pack}-${at}-1`].map((id) => ({ id, name: id, aliases: [] })));
  await database().entityPages.bulkAdd(rows.map((entities) => ({ pack, ...encodeEntities(entities) })));
}

describe('readEntities', () => {
  it('finds entities by number in pages near and far, of several packs', async () => {
    await storePages(2);
    await storePages(1);
    const numbers = await pageNumbers(database(), [1, 2]);
    expect(numbers).toHaveLength(2 * pages);
    await database().entityPages.delete(numbers[99] ?? -1);

    const wanted = [pages * entitiesPerPage + 1, 0, 70 * entitiesPerPage + 1, 70 * entitiesPerPage, 99 * entitiesPerPage, 5, (2 * pages + 3) * entitiesPerPage, 0];
    const found = await readEntities(database(), { pages: numbers, wanted }, ({ id }) => id);
    expect([...found].sort(([one], [other]) => one - other)).toEqual([
      [0, '1-0-0'],
      [70 * entitiesPerPage, '1-70-0'],
      [70 * entitiesPerPage + 1, '1-70-1'],
      [pages * entitiesPerPage + 1, '2-0-1'],
    ]);
  });
});

describe('readPages', () => {
  it('gives every page that is there with its place', async () => {
    await storePages(1);
    const numbers = await pageNumbers(database(), [1]);
    await database().entityPages.delete(numbers[16] ?? -1);
    const places: number[] = [];
    for await (const { place, page } of readPages(database(), numbers)) {
      expect(page.number).toBe(numbers[place]);
      places.push(place);
    }
    expect(places).toEqual(Array.from({ length: pages }, (_, at) => at).filter((at) => at !== 16));
  });
});
