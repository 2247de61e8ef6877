// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseOpml, writeOpml } from '../../lib/feeds/opml';
import { boundedId } from '../../lib/model/address';
import type { Source } from '../../lib/model/source';
import { createSourceRepository } from '../../lib/storage/sources';
import { reopen, useDatabase } from '../support/database';

const shared = join(import.meta.dirname, '../../../shared/data/opml');
const added = '2020-01-01T00:00:00Z';
const database = useDatabase();

describe.skipIf(!existsSync(shared))('the shared lists of feeds as sources (skipped where ../shared is absent)', () => {
  it('are all there after each was imported, and again after what is exported of them was', async () => {
    const files = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.opml'));
    for (const file of files) await add(readFileSync(join(shared, file)));
    const imported = await list();
    expect([files.length, imported.length]).toEqual([118, 781]);

    const exported = writeOpml(imported, added);
    await database().sources.clear();
    await add(new TextEncoder().encode(exported));
    expect(told(await list())).toEqual(told(imported));
  });
});

async function add(bytes: Uint8Array): Promise<void> {
  const read = parseOpml(bytes);
  if (!read.ok) throw new Error(read.failure.kind);
  const sources = createSourceRepository(database());
  await sources.addAll(read.value.feeds.map(({ folder, ...feed }) => ({ ...feed, id: boundedId(feed.url), folder: [...folder], added })));
}

/** Through another connection, so that it is what is stored. */
async function list(): Promise<Source[]> {
  const other = await reopen();
  const sources = await createSourceRepository(other).list();
  other.close();
  return [...sources];
}

function told(sources: readonly Source[]): unknown[] {
  return sources.map(({ url, title, link, folder }) => ({ url, title, link, folder })).sort((one, other) => one.url.localeCompare(other.url));
}
