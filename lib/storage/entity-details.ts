import type { Correction } from '../model/correction';
import type { Entity } from '../model/entity';
import type { EntityEdit } from '../model/entity-edit';
import { countByMonth } from './article-key';
import type { Database } from './database';
import { keysNaming } from './long-lists';
import { withMembers } from './merged-members';
import { OpenBase } from './open-base';
import { OpenOverlay } from './open-overlay';
import { hiddenOrigins, isVisible } from './origins';
import { packMembers } from './pack-numbers';
import type { ArticleRow, FoundEntityRow } from './rows';

const newestShown = 20;

export interface EntityDetails {
  readonly entity: Entity;
  /** Titles of the packs that have it. */
  readonly packs: readonly string[];
  /** Where no pack has it: how it came. */
  readonly found?: FoundHow;
  readonly edit?: EntityEdit;
  /** Those that the reader merged into it. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly corrections: readonly (Correction & { readonly number: number })[];
  /** How many articles name it in each month that has any, in order. */
  readonly months: readonly { readonly month: string; readonly articles: number }[];
  readonly articles: number;
  readonly newest: readonly EntityArticle[];
}

interface FoundHow {
  readonly origin: 'learned' | 'reader';
  readonly since: string;
  /** What coverage said of it when it was learned. */
  readonly evidence?: {
    readonly articles: number;
    readonly outlets: readonly string[];
    readonly examples: readonly Omit<EntityArticle, 'id' | 'isKept'>[];
  };
}

export interface EntityArticle {
  readonly id: string;
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly published?: string;
  /** The reader wants it to stay, however old it becomes. */
  readonly isKept: boolean;
}

/** All about one entity. Undefined where nothing has this id; the stand-in of one that was merged. */
export async function readEntityDetails(database: Database, id: string): Promise<EntityDetails | undefined> {
  const row = await database.knowledge.get('current');
  if (!row) return undefined;
  const overlayRow = await database.knowledgeOverlays.get('current');
  const overlay = overlayRow && new OpenOverlay(overlayRow);
  const base = new OpenBase(database.backendDB(), row);
  const standing = overlay?.standsFor(id) ?? id;
  const edit = await database.entityEdits.get(standing);
  const found = await database.entities.get(standing);
  const ids = await withMembers(database, [standing]);
  const coverage = await readCoverage(database, ids);
  const corrections = await database.corrections.filter(({ is, not }) => ids.includes(is ?? '') || ids.includes(not ?? '')).toArray();
  // Not before: what is read once a Blob was waited for, Dexie does not watch for changes.
  const packed = (await base.withIds([standing]))?.get(standing);
  const entity = overlay?.entityWithId(standing) ?? (edit?.removed === 1 ? undefined : packed?.entity);
  if (!entity) return undefined;
  const [members, packs] = await Promise.all([
    namesOf(database, base, ids.slice(1)),
    packed ? packMembers(database, row) : [],
  ]);
  return {
    entity,
    packs: packs.flatMap(({ title, has }) => (packed && has(packed.number) ? title : [])),
    found: found && (await howFound(database, found)),
    edit,
    members,
    corrections,
    ...coverage,
  };
}

async function howFound({ articles }: Database, { origin, since, evidence }: FoundEntityRow): Promise<FoundHow> {
  if (!evidence) return { origin, since };
  const ids = [...new Set(evidence.examples.map(({ article }) => article))];
  const rows = await articles.where('id').anyOf(ids).toArray();
  return { origin, since, evidence: { articles: evidence.articles, outlets: evidence.outlets, examples: rows.map(articleOf) } };
}

export function articleOf({ id, title, outlet, url, published, saved }: ArticleRow): EntityArticle {
  return { id, title, outlet, url, published, isKept: saved === 1 };
}

async function readCoverage(database: Database, ids: readonly string[]) {
  const { articles, longLists, sources } = database;
  return database.transaction('r', sources, articles, longLists, async () => {
    const hidden = await hiddenOrigins(database);
    const keys = new Set((await Promise.all(ids.map((id) => keysNaming(database, id)))).flat());
    const inOrder = [...keys].sort((one, other) => one - other);
    const rows = await articles.bulkGet(inOrder.slice(-newestShown).reverse());
    const newest = rows.flatMap((row) =>
      row && isVisible(row, hidden) ? [articleOf(row)] : [],
    );
    return { articles: keys.size, newest, months: [...countByMonth(inOrder)].map(([month, count]) => ({ month, articles: count })) };
  });
}

async function namesOf(database: Database, base: OpenBase, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const packed = await base.withIds(ids);
  const found = await database.entities.bulkGet([...ids]);
  const edits = await database.entityEdits.bulkGet([...ids]);
  return ids.map((id, at) => ({ id, name: edits[at]?.name ?? packed?.get(id)?.entity.name ?? found[at]?.name ?? id }));
}
