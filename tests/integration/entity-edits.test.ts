// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { KnowledgeChange } from '../../lib/model/entity-edit';
import { articleIdOf } from '../../lib/model/address';
import { limits } from '../../lib/model/limits';
import { editPlans } from '../../lib/services/edit-plans';
import { articleTables, upsertArticles } from '../../lib/storage/article-rows';
import { readAttention } from '../../lib/storage/attention';
import { readCorrections } from '../../lib/storage/corrections';
import { saveChanges } from '../../lib/storage/entity-edits';
import { knowledgeOf } from '../support/knowledge-of';
import { updateOverlay } from '../../lib/storage/update-overlay';
import { useDatabase } from '../support/database';

const database = useDatabase();
const now = '2026-01-01T10:00:00Z';
const own = { id: 'own:1', name: 'Ada Byron', kind: 'person' as const, aliases: ['Lovelace'], description: undefined };

const report = { id: articleIdOf('https://gazette.test/1'), url: 'https://gazette.test/1', title: 'Report', outlet: 'Gazette' };

async function save(changes: readonly KnowledgeChange[]): Promise<KnowledgeChange[]> {
  const saved = await saveChanges(database(), changes, now);
  if (!saved.ok) throw new Error(saved.failure.kind);
  return saved.value;
}

async function everything() {
  const { articles, entityEdits, entities, corrections, mergeSuggestions } = database();
  const tables = await Promise.all([articles, entityEdits, entities, mergeSuggestions].map((table) => table.toArray()));
  const said = (await corrections.toArray()).map(({ number, ...correction }) => ({ ...correction, hasNumber: number > 0 }));
  return [...tables, said];
}

describe('saveChanges', () => {
  it('refuses more names of one entity than a saved file may have', async () => {
    const all = Array.from({ length: limits.aliasesPerEntity }, (_, at) => editPlans.addAlias({ id: 'jeff' }, `Senator ${at}`)).flat();
    await save(all);
    expect(await saveChanges(database(), editPlans.addAlias({ id: 'jeff' }, 'One more'), now)).toMatchObject({ failure: { kind: 'too-large' } });
    expect((await database().entityEdits.get('jeff'))?.addedAliases).toHaveLength(limits.aliasesPerEntity);
    await save(editPlans.removeAlias({ id: 'jeff' }, 'Senator 3'));
    await save(editPlans.addAlias({ id: 'jeff' }, 'One more'));
  });

  it('lets more names than that be taken away and followed, where an older Sidelight wrote them', async () => {
    const addedAliases = Array.from({ length: limits.aliasesPerEntity + 5 }, (_, at) => `Senator ${at}`);
    await database().entityEdits.add({ entity: 'jeff', addedAliases, removedAliases: [], changed: now });
    await save([{ does: 'attend', entity: 'jeff', as: 'followed' }]);
    await save([{ does: 'alias', entity: 'jeff', alias: 'Senator 3', is: 'as-brought' }]);
    expect(await database().entityEdits.get('jeff')).toMatchObject({ followed: 1, addedAliases: addedAliases.filter((alias) => alias !== 'Senator 3') });
    expect(await saveChanges(database(), [...editPlans.addAlias({ id: 'jeff' }, 'One'), ...editPlans.addAlias({ id: 'jeff' }, 'More')], now)).toMatchObject({ failure: { kind: 'too-large' } });
  });

  it('undoes any of the reader’s changes, and does it again', async () => {
    await database().mergeSuggestions.add({
      pair: 'a b', a: { id: 'a', name: 'A', articles: 2 }, b: { name: 'B', articles: 3 }, because: 'surname', state: 'open', since: now,
    });
    await database().transaction('rw', articleTables(database()), () => upsertArticles(database(), [{ article: report, origin: 'read' }]));
    await save([{ does: 'name', entity: 'jeff', name: 'Beau' }]);
    const wishes: KnowledgeChange[][] = [
      editPlans.rename({ id: 'jeff' }, 'Jefferson Sessions'),
      editPlans.addAlias({ id: 'jeff' }, 'The senator'),
      editPlans.merge('a', 'b', 'a b'),
      editPlans.split({ id: 'jeff' }, own),
      [{ does: 'correct', correction: { text: 'Sessions', not: 'pete' } }],
      [{ does: 'attend', entity: 'pete', as: 'followed' }],
      [{ does: 'keep', article: report.id, isKept: true }],
    ];
    for (const wish of wishes) {
      const before = await everything();
      const undo = await save(wish);
      const after = await everything();
      expect(after).not.toEqual(before);
      const redo = await save(undo);
      expect(await everything()).toEqual(before);
      await save(await save(redo));
      await save(redo);
      expect(await everything()).toEqual(after);
    }
  });

  it('does all of it or nothing', async () => {
    const refused = await saveChanges(database(), [{ does: 'name', entity: 'jeff', name: 'Beau' }, { does: 'withdraw', correction: 7 }], now);
    expect(refused).toEqual({ ok: false, failure: { kind: 'not-found' } });
    expect(await database().entityEdits.count()).toBe(0);
    expect(await database().states.get('found')).toBeUndefined();
  });

  it('lets the overlay follow what changes names and facts, and nothing else', async () => {
    await save([{ does: 'add', entity: own }]);
    await save([{ does: 'attend', entity: 'own:1', as: 'muted' }, { does: 'correct', correction: { text: 'Ada', is: 'own:1' } }]);
    expect(await database().states.get('found')).toMatchObject({ count: 1 });
    await updateOverlay(database());
    expect(await knowledgeOf(database()).entities(['own:1'])).toMatchObject([{ name: 'Ada Byron' }]);
    await save(editPlans.rename(own, 'Ada Lovelace'));
    await updateOverlay(database());
    expect(await knowledgeOf(database()).entities(['own:1'])).toMatchObject([{ name: 'Ada Lovelace', aliases: ['Ada Byron', 'Lovelace'] }]);
  });

  it('tells whom the reader follows and whom not to mark', async () => {
    await save([{ does: 'attend', entity: 'a', as: 'followed' }, { does: 'attend', entity: 'b', as: 'muted' }]);
    expect(await readAttention(database().backendDB())).toEqual({ followed: new Set(['a']), muted: new Set(['b']) });
  });

  it('goes on following whoever stands for somebody who is followed, unless that one is muted', async () => {
    const followed = async () => [...(await readAttention(database().backendDB())).followed];
    await save([{ does: 'merge', entity: 'b', into: 'c' }, { does: 'attend', entity: 'a', as: 'followed' }]);
    const before = await everything();
    const undo = await save(editPlans.merge('a', 'b'));
    expect(await followed()).toEqual(['a', 'c']);
    await save(undo);
    expect(await everything()).toEqual(before);

    await save([{ does: 'attend', entity: 'c', as: 'muted' }]);
    await save(editPlans.merge('a', 'b'));
    expect(await followed()).toEqual(['a']);
  });

  it('says of whoever stands for somebody what was said of that one, until the merge is undone', async () => {
    const said = async () => (await readCorrections(database().backendDB())).map(({ is, not }) => [is, not]);
    await save([{ does: 'correct', correction: { text: 'Ada', is: 'a', not: 'x' } }, { does: 'correct', correction: { text: 'Bo', is: 'x', not: 'b' } }]);
    await save(editPlans.merge('a', 'b'));
    const undo = await save(editPlans.merge('b', 'c'));
    expect(await said()).toEqual([['a', 'x'], ['c', 'x'], ['x', 'b'], ['x', 'c']]);
    await save(undo);
    expect(await said()).toEqual([['a', 'x'], ['b', 'x'], ['x', 'b']]);
  });

  it('never merges in a circle', async () => {
    await save(editPlans.merge('a', 'b'));
    await save(editPlans.merge('b', 'c'));
    for (const [entity, into] of [['c', 'a'], ['b', 'a'], ['a', 'a']] as const) {
      const refused = await saveChanges(database(), editPlans.merge(entity, into), now);
      expect(refused).toEqual({ ok: false, failure: { kind: 'already-there' } });
    }
  });

  it('merges into one of those whose merges lead back to themselves, as an older Sidelight restored them', async () => {
    const plain = { addedAliases: [], removedAliases: [], changed: now };
    await database().entityEdits.bulkAdd([{ ...plain, entity: 'ada', mergedInto: 'adele' }, { ...plain, entity: 'adele', mergedInto: 'ada' }, { ...plain, entity: 'jeff', followed: 1 }]);
    await save([{ does: 'merge', entity: 'jeff', into: 'ada' }]);
    expect((await database().entityEdits.get('jeff'))?.mergedInto).toBe('ada');
  });

  it('takes back what is more than may be said, and adds nothing to it', async () => {
    const plain = { addedAliases: [], removedAliases: [], followed: 1 as const, changed: now };
    await database().entityEdits.bulkAdd(Array.from({ length: limits.edits + 5 }, (_, at) => ({ ...plain, entity: `e${at}` })));
    await save([{ does: 'attend', entity: 'e3', as: 'usual' }]);
    expect(await saveChanges(database(), [{ does: 'attend', entity: 'new', as: 'followed' }], now)).toMatchObject({ failure: { kind: 'too-large' } });
  });

  it('drops only what the reader made', async () => {
    await database().entities.add({ id: 'learned:x', name: 'X', aliases: [], origin: 'learned', since: now });
    expect(await saveChanges(database(), [{ does: 'drop', entity: 'learned:x' }], now)).toMatchObject({ ok: false });
    expect(await database().entities.count()).toBe(1);
  });
});
