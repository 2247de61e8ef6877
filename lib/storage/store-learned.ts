import type { LearningChange } from '../discovery/changes';
import { limits } from '../model/limits';
import { normaliseName } from '../text/normalise';
import type { Database } from './database';
import { foundTables, noteFound } from './update-overlay';

/** What `storeLearned` needs in its caller's transaction. */
export function learnedTables(database: Database) {
  const { entities, mergeSuggestions } = database;
  return [entities, mergeSuggestions, ...foundTables(database)];
}

/** Makes entities of what was learned, and keeps what the reader is to decide. */
export async function storeLearned(database: Database, changes: readonly LearningChange[], now: string): Promise<void> {
  const { entities, mergeSuggestions } = database;
  const touched = new Set<string>();
  for (const change of changes) {
    if (change.change === 'entity-learned') {
      const { entity, evidence } = change;
      // It was there before learning had to begin anew, and may know more by now.
      if (await entities.get(entity.id)) continue;
      await entities.add({ ...entity, origin: 'learned', since: now, evidence });
      touched.add(entity.id);
    } else if (change.change === 'alias-found') {
      const row = await entities.get(change.entity);
      if (!row || row.aliases.includes(change.alias) || row.aliases.length >= limits.aliasesPerEntity) continue;
      await entities.update(row.id, { aliases: [...row.aliases, change.alias] });
      touched.add(row.id);
    } else if (change.change === 'kind-changed') {
      if ((await entities.update(change.entity, { kind: change.kind })) > 0) touched.add(change.entity);
    } else {
      const { a, b, because, evidence } = change;
      const pair = [a.name, b.name].map(normaliseName).sort().join('|');
      if (await mergeSuggestions.get(pair)) continue;
      await mergeSuggestions.add({
        pair,
        a: { id: a.entity, name: a.name, articles: evidence.a.articles },
        b: { id: b.entity, name: b.name, articles: evidence.b.articles },
        because,
        state: 'open',
        since: now,
      });
    }
  }
  if (touched.size > 0) await noteFound(database, [...touched], { isLearned: true });
}
