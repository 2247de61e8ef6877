// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { importPack } from '../../lib/storage/import-pack';
import { knowledgeOf } from '../support/knowledge-of';
import { mendKnowledge } from '../../lib/storage/tidy';
import { useDatabase } from '../support/database';
import { asFile, packLines } from '../support/files';

const database = useDatabase();
const text = 'Ada Lindqvist and Carl Ely met.';

describe('mendKnowledge', () => {
  it('compiles a gazetteer anew of which one byte was changed', async () => {
    await fill();
    const known = knowledgeOf(database());
    const whole = [...((await known.current())?.spot(text) ?? [])];
    const part = (await database().knowledgeParts.get('gazetteer'))!;
    const bytes = new Uint8Array(await part.blob.arrayBuffer());
    bytes[bytes.length - 5]! ^= 4;
    await database().knowledgeParts.put({ ...part, blob: new Blob([bytes]) });

    expect(await mendKnowledge(database())).toBe(true);
    expect(await mendKnowledge(database())).toBe(false);
    expect([...((await knowledgeOf(database()).current())?.spot(text) ?? [])]).toEqual(whole);
    expect((await known.current())?.version).toBe(2);
  });

  it('leaves what is intact as it is, and a base where nothing is known', async () => {
    expect(await mendKnowledge(database())).toBe(false);
    await fill();
    expect(await mendKnowledge(database())).toBe(false);
    expect((await database().knowledge.get('current'))?.version).toBe(1);
  });
});

async function fill(): Promise<void> {
  const entities = [{ id: 'ada', name: 'Ada Lindqvist', aliases: [] }, { id: 'carl', name: 'Carl Ely', aliases: [] }];
  await importPack(database(), asFile(packLines('p', entities)), { now: () => '2020-01-01T00:00:00Z' });
}
