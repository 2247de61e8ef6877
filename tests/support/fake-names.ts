import { vi } from 'vitest';
import type { EntityDetails, KeepableArticle, MergeSuggestion, NameFilter, NameService, NamesAtHand } from '../../components/name-service';
import type { LostBaseService, SettingsService, StorageService } from '../../components/services';
import { succeed } from '../../lib/errors/failure';
import type { BaseState, Kept } from '../../lib/services/keep-safe';
import type { Entity } from '../../lib/model/entity';
import type { KnowledgeChange } from '../../lib/model/entity-edit';
import { defaultSettings } from '../../lib/settings/settings';
import { fakeWatch } from './fake-watch';

export const jeff: Entity = {
  id: 'jeff', name: 'Jeff Sessions', kind: 'person', aliases: ['Jefferson Sessions', 'J. B. Sessions'], description: 'US Attorney General',
};
const pete: Entity = { id: 'pete', name: 'Pete Sessions', kind: 'person', aliases: [] };

export function detailsOf(entity: Entity, facts: Partial<EntityDetails> = {}): EntityDetails {
  return { entity, packs: ['US politics'], members: [], corrections: [], months: [], articles: 0, newest: [], ...facts };
}

/** Names that are known, and a record of what was changed of them. `undo` of a change is the change itself, reversed. */
export function fakeNames(entities: readonly Entity[] = [jeff, pete]) {
  const known = new Map(entities.map((entity) => [entity.id, fakeWatch<EntityDetails | undefined>(detailsOf(entity))]));
  const nobody = fakeWatch<EntityDetails | undefined>(undefined);
  const find = ({ text, kind }: NameFilter) => {
    const found = entities.filter((entity) => entity.name.toLowerCase().includes(text.toLowerCase()) && (!kind || entity.kind === kind));
    return { count: found.length, rows: (from: number, to: number) => Promise.resolve(succeed(found.slice(from, to))) };
  };
  const atHand = fakeWatch<NamesAtHand>(entities.length > 0 ? { state: 'ready', total: entities.length, packs: [{ id: 'politics', title: 'US politics' }], find } : { state: 'empty' });
  const suggestions = fakeWatch<readonly MergeSuggestion[]>([]);
  const forgotten = fakeWatch<readonly { readonly id: string; readonly name: string }[]>([]);
  const kept = fakeWatch<{ readonly total: number; readonly newest: readonly KeepableArticle[] }>({ total: 0, newest: [] });
  const undo: KnowledgeChange[] = [{ does: 'attend', entity: 'undo', as: 'usual' }];
  const names = {
    watch: atHand.watch,
    watchCount: fakeWatch(entities.length).watch,
    watchEntity: (id: string) => (known.get(id) ?? nobody).watch,
    watchSuggestions: suggestions.watch,
    watchForgotten: forgotten.watch,
    watchKept: kept.watch,
    articlesNaming: (ids: readonly string[]) => Promise.resolve(succeed(ids.map(() => 3))),
    change: vi.fn<NameService['change']>(() => Promise.resolve(succeed(undo))),
    add: vi.fn<NameService['add']>(() => Promise.resolve(succeed({ id: 'own:1', undo }))),
  };
  return { names: names satisfies NameService, undo, known, atHand, suggestions, forgotten, kept };
}

export function fakeSettings() {
  const settings = fakeWatch(defaultSettings);
  return {
    watch: settings.watch,
    value: settings.value,
    change: (update: Parameters<SettingsService['change']>[0]) => {
      settings.set(update(settings.value()));
      return Promise.resolve(settings.value());
    },
  };
}

export function fakeStorage(): StorageService {
  let isKept = false;
  return {
    use: () => Promise.resolve({ usedBytes: 212_000_000, mostBytes: 2_000_000_000, isKept }),
    keep: () => {
      isKept = true;
      return Promise.resolve(true);
    },
  };
}


export const keptOf = (facts: Partial<Kept> = {}): Kept => ({ sources: 2, names: 1, corrections: 0, packs: [], isWhole: true, ...facts });

/** A knowledge base that is there, until a test takes it away. */
export function fakeBase() {
  const state = fakeWatch<BaseState>({ state: 'ready' });
  const settle = () => state.set({ state: 'ready' });
  const base = {
    watch: state.watch,
    restore: vi.fn<LostBaseService['restore']>(() => {
      settle();
      return Promise.resolve(succeed(keptOf({ packs: ['US politics'] })));
    }),
    startFresh: vi.fn<LostBaseService['startFresh']>(() => {
      settle();
      return Promise.resolve(succeed(undefined));
    }),
    beginAnew: vi.fn<LostBaseService['beginAnew']>(() => Promise.resolve(succeed(undefined))),
    tryAgain: vi.fn<LostBaseService['tryAgain']>(),
  };
  return { base: base satisfies LostBaseService, state };
}
