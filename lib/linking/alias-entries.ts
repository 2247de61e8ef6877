import type { AliasEntry } from '../gazetteer/match';
import type { Entity } from '../model/entity';
import { surnameOf } from './name-parts';

/**
 * The ways to write an entity that go into a gazetteer. Topics match in any case; a surname is a `part`, which the
 * linker takes only with support from the rest of the document.
 */
export function aliasEntries(entity: Entity, number: number): AliasEntry[] {
  const topic = entity.kind === 'topic' || /^\p{Ll}/u.test(entity.name);
  const entries: AliasEntry[] = [{ alias: entity.name, entity: number, form: topic ? 'topic' : 'name' }];
  for (const alias of entity.aliases) {
    entries.push({ alias, entity: number, form: /^\p{Ll}/u.test(alias) ? 'topic' : 'alias' });
  }
  const surname = surnameOf(entity);
  if (surname !== undefined && !entity.aliases.includes(surname)) {
    entries.push({ alias: surname, entity: number, form: 'part' });
  }
  return entries;
}
