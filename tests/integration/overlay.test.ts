// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { limits } from '../../lib/model/limits';
import type { Entity } from '../../lib/model/entity';
import type { Database } from '../../lib/storage/database';
import { importPack } from '../../lib/storage/import-pack';
import { knowledgeOf } from '../support/knowledge-of';
import { createNameLists } from '../../lib/storage/name-list';
import { createPackRepository } from '../../lib/storage/packs';
import type { EntityEditRow } from '../../lib/storage/rows';
import { foundTables, isOverlayDue, noteFound, updateOverlay, updateOverlaySometimes } from '../../lib/storage/update-overlay';
import { reopenDoomed, useDatabase } from '../support/database';
import { asFile, packLines } from '../support/files';

const database = useDatabase();
const now = () => '2020-01-01T00:00:00Z';
const ada: Entity = { id: 'ada', name: 'Ada Lindqvist', kind: 'person', aliases: ['Mayor Ada'] };
const adele: Entity = { id: 'adele', name: 'Adele Lindqvist', kind: 'person', aliases: [] };
const text = 'Ada Lindqvist, Mayor Ada, Adele Lindqvist, Ada M. Lindqvist and Carl Brandt.';

describe('updateOverlay', () => {
  it('makes what was found known beside the packs, and where there is none', async () => {
    await find('learned:carl', 'Carl Brandt');
    expect(await meanings()).toEqual({ 'Carl Brandt': ['learned:carl'] });

    await know(ada);
    expect(await meanings()).toMatchObject({ 'Ada Lindqvist': ['ada'], 'Carl Brandt': ['learned:carl'] });
    expect(await knowledgeOf(database()).entities(['learned:carl'])).toMatchObject([{ name: 'Carl Brandt' }]);
  });

  it('renames, and goes on knowing the old name', async () => {
    await know(ada);
    await edit({ entity: 'ada', name: 'Ada M. Lindqvist', removedAliases: ['Mayor Ada'] });

    expect(await meanings()).toEqual({ 'Ada Lindqvist': ['ada'], 'Ada M. Lindqvist': ['ada'] });
    expect(await knowledgeOf(database()).entities(['ada'])).toMatchObject([
      { id: 'ada', name: 'Ada M. Lindqvist', aliases: ['Ada Lindqvist'] },
    ]);
  });

  it('lets one stand for two, whatever asks by the id of either, and takes that back', async () => {
    await know(ada, adele);
    await edit({ entity: 'adele', mergedInto: 'ada' });
    const merged = { ...ada, aliases: ['Mayor Ada', 'Adele Lindqvist'] };
    expect(await meanings()).toMatchObject({ 'Ada Lindqvist': ['ada'], 'Adele Lindqvist': ['ada'] });
    expect(await knowledgeOf(database()).entities(['adele'])).toMatchObject([merged]);

    await edit({ entity: 'adele' });
    expect(await meanings()).toMatchObject({ 'Ada Lindqvist': ['ada'], 'Adele Lindqvist': ['adele'] });
  });

  it('lets those stand for others that are left, where the one that stands for all of them is gone', async () => {
    await know(ada, adele);
    await edit({ entity: 'adele', mergedInto: 'ada' });
    await edit({ entity: 'ada', mergedInto: 'gone' });
    expect(await meanings()).toMatchObject({ 'Ada Lindqvist': ['ada'], 'Adele Lindqvist': ['ada'] });
  });

  it('knows what was merged by its name where the other has as many as one may have', async () => {
    await know({ ...ada, aliases: Array.from({ length: limits.aliasesPerEntity }, (_, at) => `Mayor ${at}`) }, adele);
    await edit({ entity: 'adele', mergedInto: 'ada' });
    expect(await meanings()).toMatchObject({ 'Adele Lindqvist': ['ada'] });
    expect((await knowledgeOf(database()).entities(['ada']))[0]?.aliases).toHaveLength(limits.aliasesPerEntity);
  });

  it('forgets whom the reader removed', async () => {
    await know(ada, adele);
    await edit({ entity: 'adele', removed: 1 });

    expect(Object.keys(await meanings())).toEqual(['Ada Lindqvist', 'Mayor Ada']);
  });

  it('does not end where merges go in a circle', async () => {
    await know(ada, adele);
    await edit({ entity: 'adele', mergedInto: 'ada' });
    await edit({ entity: 'ada', mergedInto: 'adele' });

    expect(Object.keys(await meanings())).toContain('Ada Lindqvist');
  });

  it('keeps what the reader changed through removal and another import of the pack', async () => {
    await know(ada, adele);
    await edit({ entity: 'ada', addedAliases: ['Carl Brandt'] });
    await know(adele, ada, { id: 'other', name: 'Somebody Else', aliases: [] });
    expect(await meanings()).toMatchObject({ 'Carl Brandt': ['ada'] });

    const [pack] = await createPackRepository(database()).list();
    await createPackRepository(database()).remove(pack!.key, now());
    expect(await meanings()).toEqual({});
    await createPackRepository(database()).restore(pack!.key, now());
    expect(await meanings()).toMatchObject({ 'Carl Brandt': ['ada'] });
  });

  it('gives an entity that a pack has learned of back to the pack', async () => {
    await find('ada', 'Ada Lindqvist');
    await know(adele, ada);

    expect(await meanings()).toMatchObject({ 'Ada Lindqvist': ['ada'], 'Mayor Ada': ['ada'] });
  });

  it('leaves a learned name to the pack that has it by now under an id of its own, for as long as that is there', async () => {
    await find('learned:ada', 'Ada Lindqvist');
    await find('learned:carl', 'Mayor Ada');
    await know(adele, ada);
    const names = async () => {
      const list = await createNameLists(database())();
      return (await list!.entities(list!.find({ text: '' })))?.map((entity) => entity?.id).sort();
    };
    for (const update of [false, true]) {
      if (update) await edit({ entity: 'adele', addedAliases: ['Carl Brandt'] });
      expect(await meanings()).toMatchObject({ 'Ada Lindqvist': ['ada'], 'Mayor Ada': ['ada'] });
      expect(await knowledgeOf(database()).entities(['learned:ada'])).toMatchObject([{ id: 'ada' }]);
      expect(await names()).toEqual(['ada', 'adele']);
    }
    const [pack] = await createPackRepository(database()).list();
    await createPackRepository(database()).remove(pack!.key, now());
    expect(await meanings()).toMatchObject({ 'Ada Lindqvist': ['learned:ada'], 'Mayor Ada': ['learned:carl'] });
  });

  it('leaves a learned name that the reader spoke of as it is', async () => {
    await find('learned:ada', 'Ada Lindqvist');
    await edit({ entity: 'learned:ada', followed: 1 });
    await know(ada);
    expect((await meanings())['Ada Lindqvist']).toContain('learned:ada');
  });

  it.each([
    [0, [0, 0, 0, 1, 1]],
    [2_000, [0, 0, 0, 0, 1]],
  ])('waits for several changes while articles are indexed, the more the more was found (%i)', async (found, expected) => {
    await know(ada);
    const rows = Array.from({ length: found }, (_, at) => ({ id: `learned:${at}`, name: `Carl the ${at}th`, kind: 'person' as const, aliases: [], origin: 'learned' as const, since: now() }));
    await database().entities.bulkAdd(rows);
    const versions: number[] = [];
    const foreseen: boolean[] = [];
    for (const name of ['Carl Brandt', 'Adele Lindqvist', 'Mayor Carl', 'Mayor Adele', 'Carl Lindqvist']) {
      foreseen.push(await isOverlayDue(database(), [{ change: 'kind-changed', entity: 'learned:1', kind: 'person' }]));
      await find(`learned:${name}`, name);
      await updateOverlaySometimes(database());
      versions.push(await knowledgeOf(database()).version());
    }
    const [first = 0] = versions;
    expect(versions.map((version) => version - first)).toEqual(expected);
    // Before the change that makes it so is stored.
    expect(foreseen).toEqual(expected.map((more, at) => more > (expected[at - 1] ?? 0)));
    expect(Object.keys(await meanings(false))).toContain('Adele Lindqvist');
  });

  it('leaves a knowledge that works, wherever it is killed', async () => {
    await know(ada);
    await edit({ entity: 'ada', addedAliases: ['Carl Brandt'] }, false);
    for (let writes = 0; ; writes++) {
      const doomed = await reopenDoomed(writes);
      const finished = await updateOverlay(doomed).then(() => true, () => false);
      doomed.close();
      if (finished) break;
      expect(Object.keys(await meanings(false))).toEqual(['Ada Lindqvist', 'Mayor Ada']);
    }
    expect(Object.keys(await meanings(false))).toContain('Carl Brandt');
  });

  it('does nothing where nothing has changed', async () => {
    await know(ada);
    await edit({ entity: 'ada', addedAliases: ['Carl Brandt'] });
    const version = await knowledgeOf(database()).version();
    await updateOverlay(database());

    expect(await knowledgeOf(database()).version()).toBe(version);
  });

  it('goes on using what was opened of the packs', async () => {
    await know(ada);
    const base = knowledgeOf(database());
    const before = (await base.current())!;
    await edit({ entity: 'ada', addedAliases: ['Carl Brandt'] });
    await updateOverlay(database());

    expect((await base.current())?.spot('Carl Brandt')).toHaveLength(1);
    expect(new Map(await before.entities([0]))).toMatchObject(new Map([[0, { id: 'ada' }]]));
  });
});

function know(...entities: Entity[]): Promise<unknown> {
  return importPack(database(), asFile(packLines('p', entities)), { now });
}

async function find(id: string, name: string): Promise<void> {
  const { entities } = database();
  await database().transaction('rw', [entities, ...foundTables(database())], async () => {
    await entities.put({ id, name, kind: 'person', aliases: [], origin: 'learned', since: now() });
    await noteFound(database(), [id]);
  });
}

async function edit(row: Partial<EntityEditRow> & { entity: string }, update = true): Promise<void> {
  const { entityEdits } = database();
  await database().transaction('rw', [entityEdits, ...foundTables(database())], async () => {
    await entityEdits.put({ addedAliases: [], removedAliases: [], changed: now(), ...row });
    await noteFound(database(), [row.entity]);
  });
  if (update) await updateOverlay(database());
}

/** Whom each name of the text may mean. */
async function meanings(update = true, of: Database = database()): Promise<Record<string, string[]>> {
  if (update) await updateOverlay(of);
  const known = await knowledgeOf(of).current();
  const found: Record<string, string[]> = {};
  for (const { start, end, candidates } of known?.spot(text) ?? []) {
    const facts = await known!.entities(candidates.map(({ entity }) => entity));
    const ids = candidates.filter(({ form }) => form !== 'part').flatMap(({ entity }) => facts!.get(entity)?.id ?? []);
    if (ids.length > 0) found[text.slice(start, end)] = [...new Set(ids)];
  }
  return found;
}
