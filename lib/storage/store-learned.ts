import type { LearningChange } from '../discovery/changes';
import { limits } from '../model/limits';
import { normaliseName } from '../text/normalise';
import type { Database } from './database';
import type { FoundEntityRow, MergeSuggestionRow } from './rows';
import { foundTables, noteFound } from './update-overlay';

/** What `storeLearned` needs in its caller's transaction. */
export function learnedTables(database: Database) {
  const { entities, mergeSuggestions } = database;
  return [entities, mergeSuggestions, ...foundTables(database)];
}

/** Makes entities of what was learned, and keeps what the reader is to decide. All that is there is asked for at once, and written at once. */
export async function storeLearned(database: Database, changes: readonly LearningChange[], now: string): Promise<void> {
  const { entities, mergeSuggestions } = database;
  const [rows, pairs] = await Promise.all([entities.bulkGet(changes.map(entityOf)), mergeSuggestions.bulkGet(changes.map(pairOf))]);
  const known = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const suggested = new Set(pairs.map((row) => row?.pair));
  const touched = new Set<string>();
  const suggestions: MergeSuggestionRow[] = [];
  const put = (row: FoundEntityRow): void => {
    known.set(row.id, row);
    touched.add(row.id);
  };
  for (const change of changes) {
    const row = known.get(entityOf(change));
    if (change.change === 'entity-learned') {
      const { entity, evidence } = change;
      // It was there before learning had to begin anew, and may know more by now.
      if (!row) put({ ...entity, origin: 'learned', since: now, evidence });
    } else if (change.change === 'alias-found') {
      if (!row || row.aliases.includes(change.alias) || row.aliases.length >= limits.aliasesPerEntity) continue;
      put({ ...row, aliases: [...row.aliases, change.alias] });
    } else if (change.change === 'kind-changed') {
      if (row) put({ ...row, kind: change.kind });
    } else {
      const { a, b, because, evidence } = change;
      const pair = pairOf(change);
      if (suggested.has(pair)) continue;
      suggested.add(pair);
      suggestions.push({
        pair,
        a: { id: a.entity, name: a.name, articles: evidence.a.articles },
        b: { id: b.entity, name: b.name, articles: evidence.b.articles },
        because,
        state: 'open',
        since: now,
      });
    }
  }
  await Promise.all([
    entities.bulkPut([...touched].flatMap((id) => known.get(id) ?? [])),
    mergeSuggestions.bulkAdd(suggestions),
    touched.size > 0 && noteFound(database, [...touched], { isLearned: true }),
  ]);
}

/** Empty where it speaks of none: no entity has that id. */
function entityOf(change: LearningChange): string {
  if (change.change === 'merge-suggested') return '';
  return change.change === 'entity-learned' ? change.entity.id : change.entity;
}

/** Both names; empty where it suggests nothing. */
function pairOf(change: LearningChange): string {
  return change.change === 'merge-suggested' ? [change.a.name, change.b.name].map(normaliseName).sort().join('|') : '';
}
