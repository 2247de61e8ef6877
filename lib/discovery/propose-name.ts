import type { Evidence, LearningChange, MergeReason, NamedEntity } from './changes';
import { learnedId } from './learned-id';
import type { NameRecord } from './learning-state';
import { mostOften, nameOf } from './name-of';
import { kindOf, promoteName, shortRecord, surnameOf, type Promotion } from './promote';
import { variantReason } from './spelling-variants';
import type { Tallies } from './tallies';

/** An acronym behind one name in two articles is no slip. */
const enoughForAlias = 2;

type IsKnown = (name: string) => boolean;

/** What follows for a name that an article has just had: for itself, and for whom it is short for. */
export function proposeName(key: string, tallies: Tallies, isKnown: IsKnown): LearningChange[] {
  const record = tallies.names.get(key);
  if (record === undefined) return [];
  const full = key.includes(' ') ? undefined : mostOften(record.shortFor);
  const fullRecord = full === undefined ? undefined : tallies.names.get(full);
  const changes = full === undefined || fullRecord === undefined ? [] : propose(full, fullRecord, { tallies, isKnown });
  return [...changes, ...propose(key, record, { tallies, isKnown })];
}

interface Context {
  readonly tallies: Tallies;
  readonly isKnown: IsKnown;
}

function propose(key: string, record: NameRecord, { tallies, isKnown }: Context): LearningChange[] {
  if (record.entity !== undefined) return revise(key, record, tallies);
  if (record.known === true || tallies.topics.get(key)?.entity !== undefined) return [];
  const promotion = promoteName(key, record, tallies);
  if (promotion === undefined || isAliasOfLearned(record, tallies)) return [];
  if (record.written.some(([written]) => isKnown(written))) {
    tallies.names.set(key, { ...record, known: true });
    return promotion.kind === 'person' ? meetPeople(key, tallies) : [];
  }
  const id = learnedId(key);
  const aliases = foundAliases(record);
  const learned = { ...record, entity: id, kind: promotion.kind, aliases };
  tallies.names.set(key, learned);
  return [
    { change: 'entity-learned', entity: { id, name: nameOf(learned), kind: promotion.kind, aliases }, evidence: evidenceOf(promotion, learned, tallies) },
    ...(promotion.kind === 'person' ? meetPeople(key, tallies) : []),
    ...(promotion.kind === 'person' ? meetSurname(key, tallies) : []),
    ...meetAcronyms(key, learned, tallies),
  ];
}

/** What more articles add to an entity that was learned. Its kind is looked at again each time they have doubled. */
function revise(key: string, record: NameRecord, tallies: Tallies): LearningChange[] {
  const { entity, aliases = [] } = record;
  if (entity === undefined) return [];
  const changes: LearningChange[] = [];
  const found = foundAliases(record).filter((alias) => !aliases.includes(alias));
  for (const alias of found) {
    const articles = record.acronyms.find(([acronym]) => acronym === alias)?.[1] ?? 0;
    changes.push({ change: 'alias-found', entity, alias, articles });
  }
  const doubled = Number.isInteger(Math.log2(record.articles / 3));
  const kind = doubled ? kindOf(key, record, tallies) : undefined;
  if (kind !== undefined && kind !== record.kind) changes.push({ change: 'kind-changed', entity, kind });
  if (changes.length === 0) return [];
  const revised = { ...record, aliases: [...aliases, ...found], kind: kind ?? record.kind };
  tallies.names.set(key, revised);
  return found.length === 0 ? changes : [...changes, ...meetAcronyms(key, revised, tallies)];
}

/** Suggests those who may be the same person under another spelling. */
function meetPeople(key: string, tallies: Tallies): LearningChange[] {
  const others = tallies.alike(key);
  if (others.includes(key)) return [];
  tallies.addPerson(key);
  return others.flatMap((other) => {
    const because = variantReason(key, other);
    return because === undefined ? [] : suggest(other, key, { because, tallies });
  });
}

/** A surname that was an entity before its bearer was named in full. */
function meetSurname(key: string, tallies: Tallies): LearningChange[] {
  return shortRecord(key, tallies)?.entity === undefined ? [] : suggest(key, surnameOf(key), { because: 'surname', tallies });
}

/** An acronym that was an entity of its own before it was found to be another's. */
function meetAcronyms(key: string, { aliases = [] }: NameRecord, tallies: Tallies): LearningChange[] {
  return aliases.flatMap((alias) => suggest(key, alias.toLowerCase(), { because: 'acronym', tallies }));
}

function suggest(a: string, b: string, { because, tallies }: { because: MergeReason; tallies: Tallies }): LearningChange[] {
  const [one, other] = [tallies.names.get(a), tallies.names.get(b)];
  if (one === undefined || other === undefined || !isEntity(one) || !isEntity(other)) return [];
  // Two that were there before are not ours to join.
  if (one.known === true && other.known === true) return [];
  const evidence = { a: evidenceAlone(one, tallies), b: evidenceAlone(other, tallies) };
  return [{ change: 'merge-suggested', a: named(one), b: named(other), because, evidence }];
}

function isEntity({ entity, known }: NameRecord): boolean {
  return entity !== undefined || known === true;
}

function named(record: NameRecord): NamedEntity {
  return { name: nameOf(record), ...(record.entity !== undefined && { entity: record.entity }) };
}

/** "ACLU" beside a learned "American Civil Liberties Union (ACLU)" is its alias already. */
function isAliasOfLearned(record: NameRecord, { names }: Tallies): boolean {
  return record.shortFor.some(([full]) => names.get(full)?.aliases?.some((alias) => record.written.some(([written]) => written === alias)));
}

function foundAliases({ acronyms }: NameRecord): string[] {
  return acronyms.filter(([, articles]) => articles >= enoughForAlias).map(([acronym]) => acronym);
}

function evidenceOf({ articles, outlets }: Pick<Promotion, 'articles' | 'outlets'>, { examples }: NameRecord, tallies: Tallies): Evidence {
  return { articles, outlets: tallies.outletNames(outlets), examples };
}

function evidenceAlone(record: NameRecord, tallies: Tallies): Evidence {
  return evidenceOf({ articles: record.alone, outlets: record.outlets }, record, tallies);
}
