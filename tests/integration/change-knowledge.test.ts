// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { changeKnowledge } from '../../lib/storage/change-knowledge';
import { importPack } from '../../lib/storage/import-pack';
import { knowledgeOf } from '../support/knowledge-of';
import { createPackRepository } from '../../lib/storage/packs';
import { reopen, useDatabase } from '../support/database';
import { asFile, packLines } from '../support/files';

const database = useDatabase();
const now = () => '2020-01-01T00:00:00Z';
const ada = { id: 'ada', name: 'Ada Lindqvist', kind: 'person', aliases: [] };
const bo = { id: 'bo', name: 'Bo Ferrante', kind: 'person', aliases: [] };

describe('changeKnowledge', () => {
  it('keeps both of two changes that are made at the same time', async () => {
    const elsewhere = await reopen();
    await Promise.all([
      importPack(database(), asFile(packLines('p', [ada])), { now }),
      importPack(elsewhere, asFile(packLines('q', [bo])), { now }),
    ]);
    elsewhere.close();

    expect(await knowledgeOf(database()).entities(['ada', 'bo'])).toMatchObject([ada, bo]);
    expect(await knowledgeOf(database()).version()).toBe(2);
  });

  it('counts on no pack that is gone when what was compiled takes its place', async () => {
    await importPack(database(), asFile(packLines('p', [ada])), { now });
    await importPack(database(), asFile(packLines('q', [bo])), { now });
    const [first] = await createPackRepository(database()).list();
    let deletion: Promise<void> | undefined;
    await changeKnowledge(database(), (packs) => {
      deletion ??= database().packs.delete(first!.key);
      return packs;
    });
    await deletion;

    const row = (await database().knowledge.get('current'))!;
    expect(row.pages).toEqual(await database().entityPages.where('pack').equals(first!.key + 1).primaryKeys());
  });

  it('never counts a version twice', async () => {
    await importPack(database(), asFile(packLines('p', [ada])), { now });
    let meanwhile: Promise<unknown> | undefined;
    const version = await changeKnowledge(database(), (packs) => {
      meanwhile ??= database().knowledge.update('current', { version: 7 });
      return packs;
    });
    await meanwhile;

    expect(version).toBe(8);
  });
});
