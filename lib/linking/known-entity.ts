import type { Entity } from '../model/entity';
import { acronymsOf, bareName, echoKeys, firstLetters, initialsOf, surnameByLooks, surnameOf } from './name-parts';
import { foldName, wordsOf } from './fold-name';
import { isLowerCase } from './is-lower-case';
import { isUndocumented, logOdds } from './standing';

/**
 * What the linker derives from an entity's facts, once for all the places where it is a candidate. Most candidates are
 * dropped after a glance, so what only the full judgement needs is derived when it is first asked for.
 */
export class KnownEntity {
  readonly name: string;
  /** As the facts have them; those that are none are of one kind with others, as whoever reads thousands is made for one kind. */
  readonly aliases: readonly string[];
  /** The own name, normalised; the same without a leading article. */
  readonly own: string;
  readonly ownWithoutArticle: string;
  /** As `logOdds` has it. */
  readonly popularity: number;
  readonly kind: Entity['kind'];
  readonly isPerson: boolean;
  readonly isPlace: boolean;
  readonly isUndocumented: boolean;
  /** The same under each of the names that the reader said are its own as well. */
  readonly #vouched: readonly KnownEntity[] | undefined;
  #bare: string | undefined;
  #near: string | undefined;
  #allNear: readonly string[] | undefined;
  #ownWords: readonly string[] | undefined;
  #nameWords: readonly string[] | undefined;
  #surnames: readonly string[] | undefined;
  #acronyms: ReadonlySet<string> | undefined;
  #echoes: ReadonlySet<string> | undefined;
  #described: readonly string[] | undefined;
  #subjects: readonly string[] | undefined;
  #isTeam: boolean | undefined;
  #isWork: boolean | undefined;
  #isLowerCase: boolean | undefined;
  #stems: ReadonlySet<string> | undefined;

  constructor(readonly facts: Entity) {
    this.#vouched = facts.vouched?.map((name) => new KnownEntity({ ...facts, name, vouched: undefined }));
    this.name = facts.name;
    this.aliases = facts.aliases.length === 0 ? noWords : facts.aliases;
    this.own = foldName(facts.name);
    this.ownWithoutArticle = this.own.startsWith('the ') ? this.own.slice(4) : this.own;
    this.popularity = logOdds(facts);
    this.kind = facts.kind;
    this.isPerson = this.kind === 'person';
    this.isPlace = this.kind === 'place';
    this.isUndocumented = isUndocumented(facts);
  }

  /** Whether the reader said that it has other names of its own. */
  get isRenamed(): boolean {
    return this.#vouched !== undefined;
  }

  /** Whether the reader said that this, normalised, is its own name. */
  isVouched(key: string): boolean {
    return this.#vouched?.some(({ own, ownWithoutArticle }) => own === key || ownWithoutArticle === key) === true;
  }

  /** Whether the reader said that it has a name with one of these words. */
  hasVouchedWord(keys: readonly string[]): boolean {
    return this.#vouched?.some(({ ownWords }) => ownWords.some((word) => keys.includes(word))) === true;
  }

  /** Whether it is the surname of its name, or of one that the reader said is its own. */
  hasSurname(key: string): boolean {
    this.#surnames ??= [surnameOf(this.facts), surnameByLooks(this.facts)].map((surname) => foldName(surname ?? ''));
    return this.#surnames.includes(key) || this.#vouched?.some((other) => other.hasSurname(key)) === true;
  }

  /** The own name without legal form. */
  get bare(): string {
    return (this.#bare ??= this.#folded(bareName(this.name)));
  }

  /** Most names are bare as they are. */
  #folded(name: string): string {
    return name === this.name ? this.own : foldName(name);
  }

  /** The same without "Party", "University" or "United States"; of a place what stands before a comma. */
  get near(): string {
    return (this.#near ??= this.isPlace ? this.#town() : this.bare.replace(/ (party|university)$/, '').replace(/^united states /, ''));
  }

  /** That, and what it would be under each of the names that the reader said are its own as well. */
  get allNear(): readonly string[] {
    return (this.#allNear ??= this.#vouched === undefined ? [this.near] : [this.near, ...this.#vouched.map(({ near }) => near)]);
  }

  #town(): string {
    const comma = this.name.indexOf(',');
    return comma > 0 ? foldName(this.name.slice(0, comma)) : this.bare;
  }

  get ownWords(): readonly string[] {
    return (this.#ownWords ??= wordsOf(this.own));
  }

  /** The words of its name and of all its aliases. */
  get nameWords(): readonly string[] {
    return (this.#nameWords ??= [...this.ownWords, ...this.aliases.flatMap((alias) => wordsOf(foldName(alias)))]);
  }

  /** Whether these letters, normalised, are the initials of a name of its: "us" of "United States", "doj" with the small words. */
  hasInitials(letters: string): boolean {
    if (isInitialsOf(letters, this.ownWords)) return true;
    const first = letters[0]?.toUpperCase() ?? '';
    return this.aliases.some((alias) => alias.startsWith(first) && alias.includes(' ') && isInitialsOf(letters, wordsOf(foldName(alias))));
  }

  /** An organisation's initials, as acronyms and normalised. */
  get acronyms(): ReadonlySet<string> {
    return (this.#acronyms ??= this.kind === 'organisation' ? new Set(acronymsOf(this.facts).map(foldName)) : noAcronyms);
  }

  get echoes(): ReadonlySet<string> {
    return (this.#echoes ??= this.#vouched ? new Set([...echoKeys(this.facts), ...this.#vouched.flatMap(({ echoes }) => [...echoes])]) : echoKeys(this.facts));
  }

  /** Words of its description that say something. */
  get described(): readonly string[] {
    return (this.#described ??= [...new Set(foldName(this.facts.description ?? '').split(' '))].filter(isTelling));
  }

  /** Words of its name and description that say what it is about. */
  get subjects(): readonly string[] {
    return (this.#subjects ??= [...new Set([...this.described, ...this.ownWords.filter(isTelling)])]);
  }

  get isTeam(): boolean {
    return (this.#isTeam ??= teamWords.test(`${this.facts.name} ${this.facts.description ?? ''}`));
  }

  /** A film, a series, an album, a book. */
  get isWork(): boolean {
    return (this.#isWork ??= this.kind === 'work' || (this.kind === undefined && workWords.test(this.facts.description ?? '')));
  }

  get isLowerCase(): boolean {
    return (this.#isLowerCase ??= isLowerCase(this.name));
  }

  /** "The Times" or "the Times" is another way to write it, besides "Times". */
  hasArticledAlias(key: string): boolean {
    return this.aliases.some((alias) => /^the /i.test(alias) && foldName(alias) === `the ${key}`);
  }

  /** Beginnings of a place's names from which an adjective can be made: "ken" of Kenya. */
  get stems(): ReadonlySet<string> {
    return (this.#stems ??= stemsOf(this));
  }
}

/** Empty, and of the kind of those that are not. */
const noWords: readonly string[] = [''].slice(1);
const noAcronyms: ReadonlySet<string> = new Set();

const known = new WeakMap<Entity, KnownEntity>();

export function knowEntity(facts: Entity): KnownEntity {
  const before = known.get(facts);
  if (before) return before;
  const entity = new KnownEntity(facts);
  known.set(facts, entity);
  return entity;
}

const adjectiveEnds = ['an', 'ish', 'ese', 'i', 'ch', 'sh', 'ic'];
const adjectiveOrPeopleEnds = adjectiveEnds.flatMap((end) => [end, `${end}s`]);
const workWords = /\b(film|movie|series|sitcom|drama|album|song|novel|musical|opera)\b/i;
const teamWords = /\b(F\.?C|A\.?F\.?C|club|team|United F|rugby|cricket|football)\b/i;
const shortestTelling = 4;

/** "Kenyan" for Kenya, "Chinese" for what is also called China. A plural is a people and not meant. */
export function isAdjectiveOf(key: string, place: KnownEntity): boolean {
  return endsInOne(key, adjectiveEnds) && key !== place.own && place.stems.has(key.slice(0, 3));
}

function endsInOne(word: string, ends: readonly string[]): boolean {
  return ends.some((end) => word.endsWith(end));
}

function isInitialsOf(letters: string, words: readonly string[]): boolean {
  return initialsOf(words) === letters || firstLetters(words) === letters;
}

function isTelling(word: string): boolean {
  return word.length >= shortestTelling;
}

/** Of aliases only those that are no adjectives themselves. The own name is none, however it ends: "Japan", "Haiti". */
function stemsOf({ aliases, name }: KnownEntity): Set<string> {
  return new Set(
    [name, ...aliases.filter((alias) => !endsInOne(alias.toLowerCase(), adjectiveOrPeopleEnds))]
      .filter((written) => written.length >= 4 && !written.includes(' '))
      .map((written) => written.slice(0, 3).toLowerCase()),
  );
}
