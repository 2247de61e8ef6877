import type { AliasEntry, AliasForm } from '../gazetteer/match';
import type { Entity } from '../model/entity';
import { foldName } from './fold-name';
import { isLowerCase } from './is-lower-case';
import { acronymsOf, bareName, surnameOf, withCommaBeforeJunior, withMiddleInitials, withoutFederation, withoutMiddleNames, withoutUmlauts } from './name-parts';
import { isNoName } from './name-words';

/**
 * The ways to write an entity that go into a gazetteer: what its pack says, and what follows from it (no legal form, no
 * middle names, "U.S." for "United States"). Topics match in any case; a surname and an organisation's initials are a
 * `part`, which the linker takes only with support from the rest of the document.
 */
export function aliasEntries(entity: Entity, number: number): AliasEntry[] {
  const forms = new Map<string, AliasForm>();
  const add = (written: string | undefined, form: AliasForm): void => {
    const alias = withoutArticle(written ?? '');
    if (alias !== '' && !forms.has(alias) && !isNeverMeant(alias)) forms.set(alias, isLowerCase(alias) ? 'topic' : form);
  };
  add(entity.name, entity.kind === 'topic' ? 'topic' : 'name');
  for (const alias of entity.aliases) add(alias, entity.kind === 'topic' ? 'topic' : 'alias');
  if (entity.kind === 'organisation') add(bareName(entity.name), 'alias');
  if (entity.name.startsWith('United States ')) add(entity.name.replace('United States', 'U.S.'), 'alias');
  add(withoutFederation(entity), 'alias');
  add(withoutMiddleNames(entity), 'alias');
  for (const name of [entity.name, ...entity.aliases]) {
    add(withMiddleInitials(entity, name), 'alias');
    add(withCommaBeforeJunior(name), 'alias');
  }
  add(withoutUmlauts(entity.name), 'alias');
  add(surnameOf(entity), 'part');
  for (const acronym of acronymsOf(entity)) add(acronym, 'part');
  return [...forms].map(([alias, form]) => ({ alias, entity: number, form }));
}

/** Such words stand in every text; who is called just so is never meant by them, so spotting them is work for nothing. "WHO" is. */
function isNeverMeant(alias: string): boolean {
  return alias.length <= longestNeverMeant && !alias.includes(' ') && alias !== alias.toUpperCase() && isNoName(foldName(alias));
}

const longestNeverMeant = 12;

/**
 * "The Middle East" and "the Middle East" are one name: with the article in, the longest match would hide whoever is
 * called the same without it. The linker looks at the text for an article that belongs to a name.
 */
function withoutArticle(alias: string): string {
  return alias.replace(/^the (?=.)/i, '');
}
