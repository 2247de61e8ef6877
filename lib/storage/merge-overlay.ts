import { compileInSlices } from '../gazetteer/compile-gazetteer';
import type { AliasEntry } from '../gazetteer/match';
import { openGazetteer } from '../gazetteer/open-gazetteer';
import { aliasEntries } from '../linking/alias-entries';
import type { Entity } from '../model/entity';
import type { Database } from './database';
import { entitiesPerPage } from './entity-page';
import type { MergedNames } from './merged-names';
import { OpenBase } from './open-base';
import type { KnowledgeRow } from './rows';
import { overlayAsOfNow, storeOverlay } from './update-overlay';

/** Merging over and over while others change what is known would never end. */
const mostTries = 5;

interface MergeOptions {
  /** Called between two slices of compiling. */
  readonly pause: () => Promise<void>;
  /** An overlay of so many names, and of so much of the base's, is merged: with fewer, a text takes hardly longer. */
  readonly fewestNames?: number;
  readonly shareOfBase?: number;
}

/**
 * Merges the overlay's names into the base's gazetteer where it has become large, so that the overlay holds only what
 * comes from then on. What is known is the same before, meanwhile and afterwards: names keep their numbers, articles stay
 * linked, and everything is put in place in one transaction. Returns whether it did.
 */
export async function mergeOverlay(
  database: Database,
  { pause, fewestNames = 1_000, shareOfBase = 0.05 }: MergeOptions,
): Promise<boolean> {
  const { knowledge, knowledgeOverlays } = database;
  const [known, laid] = await Promise.all([knowledge.get('current'), knowledgeOverlays.get('current')]);
  const opened = laid && openGazetteer(laid.gazetteer);
  if (!known || opened?.ok !== true || opened.value.names < Math.max(fewestNames, known.names * shareOfBase)) return false;
  const made = await overlayAsOfNow(database, { always: true });
  if (typeof made === 'string' || !made.overlay) return false;
  const { row, overlay } = made;
  const batches = namesOf(new OpenBase(database.backendDB(), row), row, overlay.whole);
  const gazetteer = await compileInSlices(batches, pause).catch((error: unknown) => {
    if (error instanceof PacksChanged) return undefined;
    throw error;
  });
  if (!gazetteer) return false;
  for (let tries = 0; tries < mostTries; tries++) {
    // What was found meanwhile is laid over what was merged.
    const now = await overlayAsOfNow(database, { merged: overlay.whole, always: true });
    if (typeof now === 'string' || now.row.base !== row.base || now.row.merged !== row.merged) return false;
    if (await storeOverlay(database, now, { gazetteer: new Blob([gazetteer]), names: overlay.whole })) return true;
  }
  return false;
}

class PacksChanged extends Error {}

/** The names of a base with everything that lies over it, a page at a time. */
async function* namesOf(base: OpenBase, row: KnowledgeRow, over: MergedNames): AsyncGenerator<AliasEntry[]> {
  const others = new Set(row.same.filter((_, at) => at % 2 === 1));
  const told = await base.withIds(over.packed);
  const overlaid = new Set(Array.from(told?.values() ?? [], ({ number }) => number));
  for (let page = 0; page < row.pages.length; page++) {
    const numbers = Array.from({ length: entitiesPerPage }, (_, at) => page * entitiesPerPage + at);
    const entities = await base.entities(numbers.filter((number) => !others.has(number) && !overlaid.has(number)));
    if (!told || !entities) throw new PacksChanged();
    yield [...entities].flatMap(([number, entity]) => aliasEntries(entity, number));
  }
  for (let from = 0; from < over.entities.length; from += entitiesPerPage) {
    yield over.entities
      .slice(from, from + entitiesPerPage)
      .flatMap(({ number, facts }) => aliasEntries(JSON.parse(facts) as Entity, number));
  }
}
