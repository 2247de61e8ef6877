import { compileGazetteer } from '../gazetteer/compile-gazetteer';
import { aliasEntries } from '../linking/alias-entries';
import type { Entity } from '../model/entity';
import { changesFacts, editedEntity } from './edited-entity';
import { encodeEntities } from './entity-page';
import { IdIndexBuilder } from './id-index';
import { mergeEntities } from './merge-entities';
import { sameNumbers, type MergedNames } from './merged-names';
import type { OverlayRow } from './overlay-row';
import type { EntityEditRow, FoundEntityRow } from './rows';

export interface NumberedEntity {
  readonly number: number;
  readonly entity: Entity;
}

export interface OverlayInput {
  readonly found: readonly FoundEntityRow[];
  readonly edits: readonly EntityEditRow[];
  /** Of the packs: those of the edited entities and of what they are merged into, by id. */
  readonly packed: ReadonlyMap<string, NumberedEntity>;
  /** From here on numbers are free, but for those in `merged`. */
  readonly firstNumber: number;
  /** Learned ones that a pack has under another id, with that. */
  readonly twins?: readonly (readonly [learned: string, packed: string])[] | undefined;
  readonly merged?: MergedNames | undefined;
}

export interface CompiledOverlay {
  readonly row: Omit<OverlayRow, 'version'>;
  /** What it comes to when its names are in the base's gazetteer. */
  readonly whole: MergedNames;
}

/** What found entities and edits make of what the packs say. Undefined where that is nothing. */
export function compileOverlay({ found, edits, packed, firstNumber, twins = [], merged: before }: OverlayInput): CompiledOverlay | undefined {
  const telling = new Map(edits.filter(changesFacts).map((edit) => [edit.entity, edit]));
  const all = new Map<string, NumberedEntity>();
  const numbers = new Map(before?.entities.map(({ number, id }) => [id, number]));
  let next = before?.nextNumber ?? firstNumber;
  for (const row of found) all.set(row.id, { number: numbers.get(row.id) ?? next++, entity: plainEntity(row) });
  // What a pack has by now is the pack's.
  for (const [id, one] of packed) all.set(id, one);
  if (all.size === 0 && before === undefined) return undefined;

  // The pack's word counts as if it had been there first, unless the reader spoke of what was learned.
  const spokenOf = new Set(edits.flatMap(({ entity, mergedInto }) => [entity, mergedInto]));
  const inPacks = new Map(twins.filter(([id]) => !spokenOf.has(id)));
  const standing = new Map<string, NumberedEntity>();
  const merged: [string, string][] = [];
  const stoodFor: [string, string][] = [];
  const gone: number[] = [];
  for (const [id, { number, entity }] of all) {
    if (packed.has(id)) gone.push(number);
    const twin = inPacks.get(id);
    if (twin !== undefined && twin !== id) {
      stoodFor.push([id, twin]);
      continue;
    }
    const into = targetOf(id, telling, all);
    if (into !== id) merged.push([id, into]);
    else if (telling.get(id)?.removed !== 1) standing.set(id, { number, entity: editedEntity(entity, telling.get(id)) });
  }
  for (const [id, into] of merged) {
    const target = standing.get(into);
    const part = all.get(id);
    if (!target || !part) continue;
    const other = editedEntity(part.entity, telling.get(id));
    const vouched = [...(target.entity.vouched ?? []), other.name, ...(other.vouched ?? [])];
    const whole = { ...mergeEntities(target.entity, other, vouched), vouched };
    standing.set(into, { ...target, entity: withoutAliases(whole, telling.get(into)?.removedAliases ?? []) });
  }

  const ordered = [...standing.values()].sort((one, other) => one.number - other.number);
  const index = new IdIndexBuilder(ordered.length);
  for (const { number, entity } of ordered) index.add(entity.id, number);
  const whole = {
    nextNumber: next,
    packed: [...all.keys()].filter((id) => packed.has(id)),
    entities: ordered.map(({ number, entity }) => ({ number, id: entity.id, facts: JSON.stringify(entity) })),
  };
  const same = sameNumbers(whole, before);
  const entries = ordered.filter(({ number }) => !same.has(number)).flatMap(({ number, entity }) => aliasEntries(entity, number));
  const stale = [...gone, ...(before?.entities.map(({ number }) => number) ?? [])].filter((number) => !same.has(number));
  return {
    row: {
      name: 'current',
      gazetteer: compileGazetteer(entries, [...new Set(stale)].map((entity) => ({ entity }))),
      numbers: Uint32Array.from(ordered, ({ number }) => number),
      ...encodeEntities(ordered.map(({ entity }) => entity)),
      ids: new Uint32Array(index.build()),
      merged: [...merged, ...stoodFor],
    },
    whole,
  };
}

/** Ids that an overlay over these edits needs of the packs. */
export function editedIds(edits: readonly EntityEditRow[]): string[] {
  const telling = edits.filter(changesFacts);
  return [...new Set(telling.flatMap(({ entity, mergedInto }) => [entity, ...(mergedInto === undefined ? [] : [mergedInto])]))];
}

/** Follows merges to the last that is there: a pack may be gone. One that leads back to itself ends where it was entered. */
function targetOf(id: string, edits: ReadonlyMap<string, EntityEditRow>, all: ReadonlyMap<string, unknown>): string {
  const seen = new Set([id]);
  let last = id;
  for (let next = edits.get(id)?.mergedInto; next !== undefined; next = edits.get(next)?.mergedInto) {
    if (seen.has(next)) return id;
    seen.add(next);
    if (all.has(next)) last = next;
  }
  return last;
}

function withoutAliases({ vouched = [], ...entity }: Entity, removed: readonly string[]): Entity {
  const aliases = entity.aliases.filter((alias) => !removed.includes(alias));
  return { ...entity, aliases, vouched: vouched.filter((alias) => aliases.includes(alias)) };
}

function plainEntity({ id, name, kind, aliases, description, popularity, links }: FoundEntityRow): Entity {
  return { id, name, kind, aliases, description, popularity, links };
}
