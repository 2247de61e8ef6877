import type { AliasEntry } from '../gazetteer/match';
import type { Entity } from '../model/entity';
import { surnameOf } from './name-parts';

/**
 * The ways to write an entity that go into a gazetteer. Topics match in any case; a surname is a `part`, which the
 * linker takes only with support from the rest of the document.
 */
export function aliasEntries(entity: Entity, number: number): AliasEntry[] {
  const topic = entity.kind === 'topic' || /^\p{Ll}/u.test(entity.name);
  const entries: AliasEntry[] = [{ alias: withoutArticle(entity.name), entity: number, form: topic ? 'topic' : 'name' }];
  for (const written of entity.aliases) {
    const alias = withoutArticle(written);
    entries.push({ alias, entity: number, form: /^\p{Ll}/u.test(alias) ? 'topic' : 'alias' });
  }
  const surname = surnameOf(entity);
  if (surname !== undefined && !entity.aliases.includes(surname)) {
    entries.push({ alias: surname, entity: number, form: 'part' });
  }
  return entries;
}

/**
 * "The Middle East" and "the Middle East" are one name: with the article in, the longest match would hide whoever is
 * called the same without it. The linker looks at the text for an article that belongs to a name.
 */
function withoutArticle(alias: string): string {
  return alias.replace(/^the (?=.)/i, '');
}
