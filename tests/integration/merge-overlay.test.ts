// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGazetteer } from '../../lib/gazetteer/open-gazetteer';
import type { Entity } from '../../lib/model/entity';
import { rebuildKnowledge } from '../../lib/storage/change-knowledge';
import type { Database } from '../../lib/storage/database';
import { importPack } from '../../lib/storage/import-pack';
import { mergeOverlay } from '../../lib/storage/merge-overlay';
import type { EntityEditRow } from '../../lib/storage/rows';
import { foundTables, noteFound, updateOverlay } from '../../lib/storage/update-overlay';
import { reopenDoomed, useDatabase } from '../support/database';
import { asFile, packLines } from '../support/files';
import { knowledgeOf } from '../support/knowledge-of';

const database = useDatabase();
const now = () => '2020-01-01T00:00:00Z';
const names = ['Ada Lindqvist', 'Adele Lindqvist', 'Carl Brandt', 'Carl Ely', 'Dora Maar', 'Mayor Ada'];
const packed: Entity[] = ['ada', 'adele', 'dora'].map((id, at) => ({ id, name: names[at] ?? id, kind: 'person', aliases: [`${names[at]} Senior`] }));
const ids = [...packed.map(({ id }) => id), 'learned:carl', 'learned:ely', 'learned:zoe'];
const text = names.flatMap((name) => [name, `${name} Senior`]).join(', ');
const always = { pause: () => Promise.resolve(), fewestNames: 0, shareOfBase: 0 };

const id = fc.constantFrom(...ids);
const name = fc.constantFrom(...names);
const changes = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('find' as const), id: fc.constantFrom(...ids.slice(3)), name }),
    fc.record({ do: fc.constant('forget' as const), id: fc.constantFrom(...ids.slice(3)) }),
    fc.record({ do: fc.constant('edit' as const), id, edit: fc.oneof(
      fc.record({ addedAliases: fc.array(name, { maxLength: 2 }) }),
      fc.record({ name }),
      fc.record({ removed: fc.constant(1 as const) }),
      fc.record({ mergedInto: id }),
      fc.constant({}),
    ) }),
  ),
  { maxLength: 5 },
);
type Change = typeof changes extends fc.Arbitrary<(infer One)[]> ? One : never;

describe('mergeOverlay', () => {
  it('changes nothing of what is known, before, meanwhile and afterwards, whatever is added and removed', async () => {
    await importPack(database(), asFile(packLines('p', packed)), { now });
    await fc.assert(
      fc.asyncProperty(fc.tuple(changes, changes, changes), fc.nat(2), async ([first, meanwhile, later], stage) => {
        await make(first);
        const before = await meanings();
        let paused = 0;
        await mergeOverlay(database(), {
          ...always,
          pause: async () => {
            if (paused++ > 0) return;
            expect(await meanings()).toEqual(before);
            await make(meanwhile);
          },
        });
        if (stage === 0) return expectAsCompiledAnew();
        await make(later);
        if (stage === 1) return expectAsCompiledAnew();
        await mergeOverlay(database(), always);
        await make(first);
        return expectAsCompiledAnew();
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 25) },
    );
  });

  it('leaves no name in the overlay, and articles linked', async () => {
    await importPack(database(), asFile(packLines('p', packed)), { now });
    await make([{ do: 'find', id: 'learned:carl', name: 'Carl Brandt' }, { do: 'edit', id: 'ada', edit: { name: 'Mayor Ada' } }]);
    const { base } = (await database().knowledge.get('current'))!;
    expect(await namesInOverlay()).toBeGreaterThan(0);
    expect(await mergeOverlay(database(), always)).toBe(true);

    expect(await namesInOverlay()).toBe(0);
    expect((await database().knowledge.get('current'))?.base).toBe(base);
    expect(Object.keys(await meanings())).toContain('Carl Brandt');
  });

  it('does nothing with a small overlay', async () => {
    await importPack(database(), asFile(packLines('p', packed)), { now });
    await make([{ do: 'find', id: 'learned:carl', name: 'Carl Brandt' }]);

    expect(await mergeOverlay(database(), { pause: always.pause })).toBe(false);
  });

  it('leaves everything as it was, wherever it is killed', async () => {
    await importPack(database(), asFile(packLines('p', packed)), { now });
    await make([{ do: 'find', id: 'learned:carl', name: 'Carl Brandt' }, { do: 'edit', id: 'adele', edit: { mergedInto: 'ada' } }]);
    const before = await meanings();
    for (let writes = 0; ; writes++) {
      const doomed = await reopenDoomed(writes);
      const merged = await mergeOverlay(doomed, always).catch(() => false);
      doomed.close();
      expect(await meanings()).toEqual(before);
      if (merged) break;
      expect((await database().knowledge.get('current'))?.merged).toBeUndefined();
    }
  });
});

/** What was merged is as what was never merged. */
async function expectAsCompiledAnew(): Promise<void> {
  const merged = await meanings();
  await rebuildKnowledge(database());
  expect(await meanings()).toEqual(merged);
}

async function make(list: readonly Change[]): Promise<void> {
  const { entities, entityEdits } = database();
  for (const change of list) {
    await database().transaction('rw', [entities, entityEdits, ...foundTables(database())], async () => {
      if (change.do === 'find') {
        await entities.put({ id: change.id, name: change.name, kind: 'person', aliases: [], origin: 'learned', since: now() });
      } else if (change.do === 'forget') await entities.delete(change.id);
      else await entityEdits.put({ entity: change.id, addedAliases: [], removedAliases: [], changed: now(), ...(change.edit as Partial<EntityEditRow>) });
      await noteFound(database(), [change.id]);
    });
  }
  await updateOverlay(database());
}

async function namesInOverlay(): Promise<number> {
  const row = await database().knowledgeOverlays.get('current');
  const opened = row && openGazetteer(row.gazetteer);
  if (opened?.ok !== true) throw new Error('There is no overlay');
  return opened.value.names;
}

/** Whom each name of the text may mean, with what is known of them. */
async function meanings(of: Database = database()): Promise<Record<string, unknown[]>> {
  const known = await knowledgeOf(of).current();
  const found: Record<string, unknown[]> = {};
  for (const { start, end, candidates } of known?.spot(text) ?? []) {
    const facts = await known!.entities(candidates.map(({ entity }) => entity));
    found[text.slice(start, end)] = candidates
      .map(({ entity, form }) => ({ form, ...facts!.get(entity) }))
      .sort((one, other) => String(one.id).localeCompare(String(other.id)));
  }
  for (const each of ids) found[each] = await knowledgeOf(of).entities([each]);
  return found;
}
