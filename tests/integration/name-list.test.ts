// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../lib/model/entity';
import type { KnowledgeChange } from '../../lib/model/entity-edit';
import { editPlans } from '../../lib/services/edit-plans';
import { readEntityDetails } from '../../lib/storage/entity-details';
import { saveChanges } from '../../lib/storage/entity-edits';
import { forgottenNames } from '../../lib/storage/forgotten-names';
import { importPack } from '../../lib/storage/import-pack';
import { createNameLists } from '../../lib/storage/name-list';
import type { NameFilter } from '../../lib/storage/name-list';
import { foundTables, noteFound, updateOverlay } from '../../lib/storage/update-overlay';
import { useDatabase } from '../support/database';
import { asFile, packLines } from '../support/files';

const database = useDatabase();
const moment = '2026-01-01T10:00:00Z';
const jeff: Entity = { id: 'jeff', name: 'Jeff Sessions', kind: 'person', aliases: ['Jefferson Sessions'], popularity: 0.8 };
const pete: Entity = { id: 'pete', name: 'Pete Sessions', kind: 'person', aliases: [], popularity: 0.4 };
const senate: Entity = { id: 'senate', name: 'Senate', kind: 'organisation', aliases: [], popularity: 0.9 };

async function know(id: string, ...entities: Entity[]): Promise<void> {
  await importPack(database(), asFile(packLines(id, entities)), { now: () => moment });
}

async function change(...changes: KnowledgeChange[]): Promise<readonly KnowledgeChange[]> {
  const saved = await saveChanges(database(), changes, moment);
  if (!saved.ok) throw new Error(saved.failure.kind);
  await updateOverlay(database());
  return saved.value;
}

async function learn(id: string, name: string): Promise<void> {
  await database().transaction('rw', [database().entities, ...foundTables(database())], async () => {
    await database().entities.add({ id, name, aliases: [], origin: 'learned', since: moment });
    await noteFound(database(), [id]);
  });
  await updateOverlay(database());
}

async function namesOf(filter: Partial<NameFilter>): Promise<(string | undefined)[]> {
  const list = await createNameLists(database())();
  if (!list) throw new Error('nothing is known');
  return ((await list.entities(list.find({ text: '', ...filter }))) ?? []).map((entity) => entity?.name);
}

describe('createNameLists', () => {
  it('says so while nothing is known', async () => {
    expect(await createNameLists(database())()).toBeUndefined();
  });

  it('finds what packs know, best known first, and is made only once', async () => {
    await know('p', jeff, pete, senate);
    const progress: number[] = [];
    const openNames = createNameLists(database());
    expect((await openNames((share) => progress.push(share)))?.total).toBe(3);
    expect(progress.at(-1)).toBe(1);
    const before = progress.length;
    await createNameLists(database())((share) => progress.push(share));
    expect(progress).toHaveLength(before);
    expect(await namesOf({})).toEqual(['Senate', 'Jeff Sessions', 'Pete Sessions']);
    expect(await namesOf({ text: 'sess', kind: 'person' })).toEqual(['Jeff Sessions', 'Pete Sessions']);
  });

  it('finds an entity of two packs once, by the names of both', async () => {
    await know('p', jeff);
    await know('q', { ...jeff, name: 'Beau Sessions', aliases: [] });
    expect(await namesOf({})).toEqual(['Jeff Sessions']);
    expect(await namesOf({ text: 'beau' })).toEqual(['Jeff Sessions']);
  });

  it('lays over it what the reader changed and what was learned', async () => {
    await know('p', jeff, pete, senate);
    await learn('learned:carl', 'Carl Sessions');
    await change(...editPlans.rename(pete, 'Peter of Texas'), { does: 'add', entity: { id: 'own:1', name: 'Ada Sessions', aliases: [] } });
    expect(await namesOf({ text: 'sess' })).toEqual(['Ada Sessions', 'Peter of Texas', 'Jeff Sessions', 'Carl Sessions']);
    expect(await namesOf({ origin: 'learned' })).toEqual(['Carl Sessions']);
    expect(await namesOf({ origin: 'reader' })).toEqual(['Ada Sessions']);
    expect(await namesOf({ origin: 'pack' })).toEqual(['Peter of Texas', 'Senate', 'Jeff Sessions']);
    const undo = await change(...editPlans.merge('pete', 'jeff'));
    expect(await namesOf({ text: 'peter' })).toEqual(['Jeff Sessions']);
    await change(...undo, { does: 'forget', entity: 'senate', isForgotten: true });
    expect(await namesOf({ origin: 'pack' })).toEqual(['Peter of Texas', 'Jeff Sessions']);
  });

  it('filters by one pack, with what it shares with another', async () => {
    await know('p', jeff, pete);
    await know('q', senate, jeff);
    expect((await createNameLists(database())())?.packs).toMatchObject([{ id: 'p' }, { id: 'q' }]);
    expect(await namesOf({ pack: 'p' })).toEqual(['Jeff Sessions', 'Pete Sessions']);
    expect((await namesOf({ pack: 'q' })).sort()).toEqual(['Jeff Sessions', 'Senate']);
    expect(await namesOf({ pack: 'gone' })).toEqual(await namesOf({}));
    await learn('learned:carl', 'Carl Sessions');
    await change(...editPlans.rename(pete, 'Peter of Texas'));
    expect(await namesOf({ pack: 'p' })).toEqual(['Peter of Texas', 'Jeff Sessions']);
    await know('p', jeff);
    expect(await namesOf({ pack: 'p' })).toEqual(['Jeff Sessions']);
  });

  it('filters by whom the reader follows and mutes', async () => {
    await know('p', jeff, pete, senate);
    await learn('learned:carl', 'Carl Sessions');
    await change({ does: 'attend', entity: 'jeff', as: 'followed' }, { does: 'attend', entity: 'learned:carl', as: 'followed' });
    await change({ does: 'attend', entity: 'senate', as: 'muted' });
    expect(await namesOf({ attention: 'followed' })).toEqual(['Jeff Sessions', 'Carl Sessions']);
    expect(await namesOf({ attention: 'muted' })).toEqual(['Senate']);
  });
});

describe('forgottenNames', () => {
  it('lists what was taken away, whoever brought it, until it is brought back', async () => {
    await know('p', jeff, pete);
    await learn('learned:carl', 'Carl Sessions');
    expect(await forgottenNames(database())).toEqual([]);
    await change(...['pete', 'learned:carl', 'gone'].map((entity): KnowledgeChange => ({ does: 'forget', entity, isForgotten: true })));
    expect(await forgottenNames(database())).toEqual([{ id: 'learned:carl', name: 'Carl Sessions' }, { id: 'pete', name: 'Pete Sessions' }]);
    await change({ does: 'forget', entity: 'pete', isForgotten: false });
    expect(await forgottenNames(database())).toEqual([{ id: 'learned:carl', name: 'Carl Sessions' }]);
    expect(await namesOf({ text: 'pete' })).toEqual(['Pete Sessions']);
  });
});

describe('readEntityDetails', () => {
  it('names all that it stands for, by however many merges, and all packs that have it', async () => {
    await know('p', jeff, pete, senate);
    await know('q', { ...pete, aliases: [] });
    await change(...editPlans.merge('jeff', 'senate'), ...editPlans.merge('senate', 'pete'));
    const details = await readEntityDetails(database(), 'jeff');
    expect(details).toMatchObject({ entity: { id: 'pete' }, packs: ['Pack p', 'Pack q'] });
    expect(details?.members.map(({ id }) => id).sort()).toEqual(['jeff', 'senate']);

    await change({ does: 'merge', entity: 'jeff' });
    expect(await readEntityDetails(database(), 'jeff')).toMatchObject({ entity: { id: 'jeff' }, members: [] });
    expect((await readEntityDetails(database(), 'pete'))?.members).toMatchObject([{ id: 'senate' }]);
  });

  it('tells all about an entity, by the id of whatever was merged into it too', async () => {
    await know('p', jeff, pete);
    await change(...editPlans.merge('pete', 'jeff'), { does: 'correct', correction: { text: 'Sessions', not: 'pete' } });
    await database().articles.add({
      key: 8_000_000_000_000_000, number: 1, id: 'a', url: 'https://a.test/1', title: 'T', outlet: 'O', origins: ['read'], guids: [], revision: 1,
      linked: 1, counted: 0, entities: ['pete'], mentions: [], size: 1,
    });
    const details = await readEntityDetails(database(), 'pete');
    expect(details).toMatchObject({
      entity: { id: 'jeff', aliases: ['Jefferson Sessions', 'Pete Sessions'] },
      packs: [expect.any(String)],
      members: [{ id: 'pete', name: 'Pete Sessions' }],
      corrections: [{ text: 'Sessions', not: 'pete' }],
      articles: 1,
      newest: [{ title: 'T', outlet: 'O' }],
    });
    expect(details?.months).toHaveLength(1);
    expect(await readEntityDetails(database(), 'nobody')).toBeUndefined();
  });

  it('tells how a learned name came', async () => {
    await know('p', jeff);
    await learn('learned:carl', 'Carl Sessions');
    expect(await readEntityDetails(database(), 'learned:carl')).toMatchObject({ found: { origin: 'learned', since: moment }, packs: [] });
  });
});
