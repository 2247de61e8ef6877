// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { KnowledgeChange } from '../../lib/model/entity-edit';
import { editPlans } from '../../lib/services/edit-plans';
import { saveChanges } from '../../lib/storage/entity-edits';
import { importCoverage } from '../../lib/storage/import-coverage';
import { importPack } from '../../lib/storage/import-pack';
import { lookBack } from '../../lib/storage/look-back';
import { updateOverlay } from '../../lib/storage/update-overlay';
import { useDatabase } from '../support/database';
import { asFile, coverageLines, packLines } from '../support/files';
import { indexAll } from '../support/indexing';
import { knowledgeOf } from '../support/knowledge-of';

const database = useDatabase();
const options = { now: () => '2020-01-01T00:00:00Z' };
const ada = { id: 'ada', name: 'Ada Lindqvist', kind: 'person', aliases: [] };
const brook = { id: 'brook', name: 'Brook Ferrante', kind: 'person', aliases: [] };

/** Makes changes and has all that follows of them, as the background does. */
async function say(changes: readonly KnowledgeChange[]): Promise<readonly KnowledgeChange[]> {
  const saved = await saveChanges(database(), changes, options.now());
  if (!saved.ok) throw new Error(saved.failure.kind);
  await updateOverlay(database());
  const knowledge = knowledgeOf(database());
  await lookBack(database(), (ids) => knowledge.entities(ids));
  await indexAll(database());
  return saved.value;
}

async function report(...titles: string[]): Promise<void> {
  const articles = titles.map((title, at) => ({ url: `https://gazette.test/${title}-${at}`, title, outlet: 'Gazette', published: '2019-01-01' }));
  await importCoverage(database(), asFile(coverageLines(...articles)), options);
  await indexAll(database());
}

/** More articles than are looked through in one step. */
async function reportMuchLater(): Promise<void> {
  const later = Array.from({ length: 2_050 }, (_, at) => ({ url: `https://gazette.test/later${at}`, title: `Nobody ${at}`, outlet: 'Gazette', published: '2019-06-01' }));
  await importCoverage(database(), asFile(coverageLines(...later)), options);
  await indexAll(database());
}

async function mentioned(): Promise<Record<string, string[]>> {
  const rows = await database().articles.toArray();
  return Object.fromEntries(rows.map(({ title, entities }) => [title, [...entities].sort()]));
}

describe('names that the reader said', () => {
  it('are found where they are no more like the entity’s own than any other', async () => {
    await importPack(database(), asFile(packLines('p', [ada, brook])), options);
    await report('Ada Lindqvist speaks', 'Dora Quent speaks, and Quent leaves');
    await say(editPlans.addAlias(brook, 'Dora Quent'));
    expect(await mentioned()).toEqual({ 'Ada Lindqvist speaks': ['ada'], 'Dora Quent speaks, and Quent leaves': ['brook'] });

    const undo = await say(editPlans.rename(ada, 'Our Mayor'));
    expect((await mentioned())['Ada Lindqvist speaks']).toEqual(['ada']);
    await say(undo);
    expect((await mentioned())['Ada Lindqvist speaks']).toEqual(['ada']);
  });

  it('keep what a renamed place is called without what stands behind the comma', async () => {
    const town = { id: 'town', name: 'Harbourton, D.C.', kind: 'place', aliases: ['Harbourton'], description: 'capital city', popularity: 0.99 };
    await importPack(database(), asFile(packLines('p', [town, { ...ada, popularity: 0.5 }])), options);
    await report('HARBOURTON — The council votes', 'They flew to Harbourton');
    const before = await mentioned();
    expect(before).toEqual({ 'HARBOURTON — The council votes': ['town'], 'They flew to Harbourton': ['town'] });
    await say(editPlans.rename(town, 'The Capital'));
    expect(await mentioned()).toEqual(before);
  });

  it('move articles to whoever stands for somebody, and back, also old ones', async () => {
    await importPack(database(), asFile(packLines('p', [ada, brook, { id: 'cy', name: 'Cy Tanager', kind: 'person', aliases: [] }])), options);
    await report('Ada Lindqvist speaks', 'Brook Ferrante listens');
    await reportMuchLater();
    const undo = await say(editPlans.merge('ada', 'brook'));
    const undoSecond = await say(editPlans.merge('brook', 'cy'));
    expect(await mentioned()).toMatchObject({ 'Ada Lindqvist speaks': ['cy'], 'Brook Ferrante listens': ['cy'] });
    await say(undoSecond);
    expect(await mentioned()).toMatchObject({ 'Ada Lindqvist speaks': ['brook'], 'Brook Ferrante listens': ['brook'] });
    await say(undo);
    expect(await mentioned()).toMatchObject({ 'Ada Lindqvist speaks': ['ada'], 'Brook Ferrante listens': ['brook'] });
  });

  it('are found in old articles again when they were taken away by mistake, or whoever has them was', async () => {
    await importPack(database(), asFile(packLines('p', [{ ...ada, aliases: ['Ada Holm'] }])), options);
    await report('Ada Lindqvist speaks', 'Ada Holm listens');
    await reportMuchLater();
    for (const change of [{ does: 'forget', entity: 'ada', isForgotten: true } as const, ...editPlans.removeAlias(ada, 'Ada Holm')]) {
      const undo = await say([change]);
      expect((await mentioned())['Ada Holm listens']).toEqual([]);
      await say(undo);
      expect(await mentioned()).toMatchObject({ 'Ada Lindqvist speaks': ['ada'], 'Ada Holm listens': ['ada'] });
    }
  });

  it('are looked for by last names too, which well-known people are called by alone', async () => {
    await importPack(database(), asFile(packLines('p', [ada, brook])), options);
    await report('The day that Lindqvist left', 'Nobody at all');
    await saveChanges(database(), [{ does: 'forget', entity: 'ada', isForgotten: true }], options.now());
    await saveChanges(database(), [{ does: 'forget', entity: 'ada', isForgotten: false }], options.now());
    await updateOverlay(database());
    const knowledge = knowledgeOf(database());
    await lookBack(database(), (ids) => knowledge.entities(ids));
    expect((await database().articles.where('linked').equals(0).toArray()).map(({ title }) => title)).toEqual(['The day that Lindqvist left']);
  });

  it('are looked for where whoever was stopped had come to', async () => {
    await importPack(database(), asFile(packLines('p', [ada])), options);
    await report('Dora Quent speaks');
    await reportMuchLater();
    await saveChanges(database(), editPlans.addAlias(ada, 'Dora Quent'), options.now());
    await updateOverlay(database());
    const knowledge = knowledgeOf(database());
    await lookBack(database(), (ids) => knowledge.entities(ids));
    expect(await database().articles.where('linked').equals(0).count()).toBe(0);
    // What comes now is linked with the name already, and no step is made twice.
    await report('Dora Quent listens');
    expect(await mentioned()).toMatchObject({ 'Dora Quent speaks': ['ada'], 'Dora Quent listens': ['ada'] });
    expect(await database().lookBacks.count()).toBe(0);
  });

  it('are no names any more once they were taken away', async () => {
    await importPack(database(), asFile(packLines('p', [ada, brook])), options);
    await report('Ada Lindqvist speaks');
    await say([...editPlans.merge('ada', 'brook'), ...editPlans.removeAlias(brook, 'Ada Lindqvist')]);
    expect(await mentioned()).toEqual({ 'Ada Lindqvist speaks': [] });
  });
});
