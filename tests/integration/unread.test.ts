// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { createCoverageSource } from '../../lib/storage/coverage';
import { readNews } from '../../lib/storage/unread';
import { useDatabase } from '../support/database';

const database = useDatabase();

/** Articles have a date and a running number in one key; the number says when they came. */
async function arrive(number: number, entities: string[]): Promise<void> {
  await database().articles.add({
    id: `a${number}`, url: `https://gazette.test/${number}`, title: `Report ${number}`, outlet: 'gazette.test', key: number, number, entities,
    mentions: [], origins: ['read'], guids: [], revision: 1, linked: 1, counted: 1, size: 10,
  });
  await database().states.put({ name: 'articles', count: number });
}

describe('readNews', () => {
  it('names those of which something came since the reader read about them, until the reader does again', async () => {
    const coverage = createCoverageSource(database());
    await arrive(1, ['ada', 'bo']);
    expect(await (await readNews(database().backendDB()))(['ada', 'bo'])).toEqual(new Set());

    await coverage.readAbout('ada');
    expect(await (await readNews(database().backendDB()))(['ada', 'bo'])).toEqual(new Set());

    await arrive(2, ['ada', 'bo']);
    expect(await (await readNews(database().backendDB()))(['ada', 'bo'])).toEqual(new Set(['ada']));

    await coverage.readAbout('ada');
    expect(await (await readNews(database().backendDB()))(['ada', 'bo'])).toEqual(new Set());
  });

  it('asks nothing more about those whom the reader never read about', async () => {
    await createCoverageSource(database()).readAbout('ada');
    const native = database().backendDB();
    const newsOf = await readNews(native);
    const asked = vi.spyOn(native, 'transaction');

    expect(await newsOf(['bo', 'cy'])).toEqual(new Set());
    expect(asked).not.toHaveBeenCalled();
  });
});
