import type { Entity } from '../model/entity';
import { normaliseName } from '../text/normalise';
import type { CoverageEvidence } from './coverage-evidence';
import { bareName, echoKeys, initialsOf } from './name-parts';
import { common, neverNames, placeCues, roles } from './name-words';
import { type DocumentReading, type Word } from './read-document';
import { isCapital, type DocumentSpans, type Span, type SpanCandidate } from './spans';

/** Every clue that the linker weighs, with why it should count. `weights.json` has the fitted weight of each. */
export const featureReasons = {
  any: 'What speaks for any entity at all against none, before other clues.',
  ownName: "An entity's own name counts for more than its alias: aliases in packs are loose.",
  ownLead: 'The best known of all that have this as their own name.',
  nearOwn: 'The own name but for a legal form or a plural.',
  undocumented: 'The pack knows the name alone, not even what kind of thing it is: an obscure one.',
  caseClash: 'Written with a capital amid a sentence, and the entity is written without (or the other way round).',
  popularityLead: 'How much better known a rival is.',
  rivals: 'The more entities share a name, the less sure is any of them.',
  longName: 'Names of several words are rarely meant otherwise.',
  echo: 'Its full name stands elsewhere in the document.',
  echoRival: 'A rival has its full name elsewhere in the document.',
  bareSurname: 'A surname alone, of somebody not named in full.',
  barePart: 'A single word for a person that is named otherwise, and not in full here.',
  common: 'The word is one that everyday language uses in lower case.',
  commonLong: 'All words of the name are everyday ones.',
  commonOpens: 'A common word where a sentence begins has its capital from there.',
  lowerHere: 'The document writes the word in lower case too.',
  titled: 'A common word in a headline, where anything has a capital.',
  lowercase: 'Topics in lower case are seldom what a reader wants marked.',
  leftName: 'A capitalised word right before it that does not belong to the name: part of a longer, unknown one.',
  rightName: 'A capitalised word right behind it.',
  leftLong: 'The same before a name of several words, which is less often part of another.',
  rightLong: 'The same behind a name of several words.',
  ofName: 'Tied by "of" or "for" to a capitalised word: part of a longer, unknown name.',
  hyphen: 'Joined by a hyphen to what makes another name of it; "UK-based" does not.',
  claimed: 'The last word of a full name that no entity has, and the candidate is not named in full.',
  roleFits: 'The title or role before it is in its description.',
  roleOther: 'A title or role before it, and it is no person.',
  placeCue: 'A preposition of place before it, and it is a place.',
  dateline: 'The place where a report was written opens it.',
  adjective: 'An adjective stands for its country, and a capital behind it is another name.',
  initials: 'Initials of its own name.',
  otherInitials: 'A few capitals that are not the initials of its own name.',
  teamInSports: 'Among sports news a town or country is most often its team.',
  placeInSports: 'Among sports news a town or country is less often the place.',
  ownWords: 'The other words of its own name stand in the document.',
  ownWordsMissing: 'The other words of its own name stand nowhere in the document.',
  described: 'Words of its description stand in the document.',
  repeated: 'A name that the document repeats is what it is about.',
  usual: 'The share of the articles with this name in which it surely meant this entity.',
  unusual: 'Coverage has the name often and hardly ever for this entity.',
  together: 'Coverage reports it together with others that the document names.',
} as const;

export type FeatureName = keyof typeof featureReasons;
export const featureNames = Object.keys(featureReasons) as FeatureName[];

export interface FeatureInput {
  readonly reading: DocumentReading;
  readonly spans: DocumentSpans;
  readonly entities: ReadonlyMap<number, Entity>;
  readonly coverage: CoverageEvidence | undefined;
  /** Entities that the document most likely mentions, with the chance of each, from a first judgement. */
  readonly company?: ReadonlyMap<number, number>;
}

/** Articles from which on it says something that a name was never meant so. */
const fewArticles = 5;

type Features = Partial<Record<FeatureName, number>>;

/** Clues for each candidate of a span, in the order of `featureNames`. */
export function candidateFeatures(input: FeatureInput, span: Span): Float64Array[] {
  const place = placeFeatures(input, span);
  const rivals = rivalsOf(input, span);
  return span.candidates.map((candidate) => {
    const facts = input.entities.get(candidate.entity);
    if (facts === undefined) return new Float64Array(featureNames.length);
    const own = { ...place, ...entityFeatures(input, span, { candidate, facts, rivals }) };
    return Float64Array.from(featureNames, (name) => own[name] ?? 0);
  });
}

interface Rivals {
  readonly most: number;
  readonly mostOwn: number;
  readonly echo: boolean;
}

function rivalsOf(input: FeatureInput, span: Span): Rivals {
  let most = -Infinity;
  let mostOwn = -Infinity;
  let echo = false;
  for (const { entity } of span.candidates) {
    const facts = input.entities.get(entity);
    if (facts === undefined) continue;
    const popularity = logPopularity(facts);
    most = Math.max(most, popularity);
    if (isOwnName(span, facts)) mostOwn = Math.max(mostOwn, popularity);
    echo ||= isEcho(input, span, entity);
  }
  return { most, mostOwn, echo };
}

function isOwnName(span: Span, facts: Entity): boolean {
  const own = normaliseName(facts.name);
  return own === span.key || own === `the ${span.key}`;
}

function isEcho({ spans, entities }: FeatureInput, span: Span, entity: number): boolean {
  const facts = entities.get(entity);
  return facts !== undefined && spans.inFull.has(entity) && echoKeys(facts).has(span.key);
}

function placeFeatures({ reading }: FeatureInput, span: Span): Features {
  const block = reading.blocks[span.block];
  const words = block?.words ?? [];
  const first = words[span.from];
  const single = span.to - span.from === 1;
  const before = words[span.from - 1];
  const behind = words[span.to];
  const isCommon = single && common.has(span.key);
  const titled = block?.titled === true;
  const left = !titled && isUnknownName(before) && !common.has(before?.key ?? '') && first?.gap === 'space' ? 1 : 0;
  const right = !titled && isUnknownName(behind) && behind?.gap === 'space' ? 1 : 0;
  const ofLeft = isTie(before) && isUnknownName(words[span.from - 2]);
  const ofRight = isTie(behind) && behind?.gap === 'space' && isCapital(words[span.to + 1]);
  return {
    any: 1,
    longName: single ? 0 : Math.min(2, span.to - span.from - 1),
    common: isCommon ? 1 : 0,
    commonOpens: isCommon && first?.opens === true ? 1 : 0,
    commonLong: !single && words.slice(span.from, span.to).every(({ key }) => common.has(key) || neverNames.has(key)) ? 1 : 0,
    lowerHere: single && (reading.lower.get(span.key) ?? 0) > 0 ? 1 : 0,
    titled: titled && isCommon ? 1 : 0,
    lowercase: words.slice(span.from, span.to).some(isCapital) ? 0 : 1,
    leftName: single ? left : 0,
    rightName: single ? right : 0,
    leftLong: single ? 0 : left,
    rightLong: single ? 0 : right,
    ofName: !titled && (ofLeft || ofRight) ? 1 : 0,
    hyphen: first?.gap === 'hyphen' || (behind?.gap === 'hyphen' && behind.shape !== 'lower') ? 1 : 0,
    rivals: Math.log(span.candidates.length),
    repeated: single ? Math.log(Math.max(1, reading.capital.get(span.key) ?? 1)) : 0,
  };
}

interface CandidateSituation {
  readonly candidate: SpanCandidate;
  readonly facts: Entity;
  readonly rivals: Rivals;
}

function entityFeatures(input: FeatureInput, span: Span, { candidate, facts, rivals }: CandidateSituation): Features {
  const { reading, spans } = input;
  const block = reading.blocks[span.block];
  const words = block?.words ?? [];
  const first = words[span.from];
  const ownKey = normaliseName(facts.name);
  const echo = isEcho(input, span, candidate.entity);
  const single = span.to - span.from === 1;
  const isOwn = isOwnName(span, facts);
  const isNear = !isOwn && isNearOwnName(span, facts);
  const role = roles.has(words[span.from - 1]?.key ?? '') && first?.gap === 'space';
  const person = facts.kind === 'person';
  const popularity = logPopularity(facts);
  const rest = ownKey.split(' ').filter((word) => word.length > 1 && !` ${span.key} `.includes(` ${word} `));
  const present = rest.filter((word) => reading.capital.has(word) || reading.lower.has(word)).length;
  const caps = single && first?.shape === 'caps' && first.key.length <= 5 && block?.titled !== true;
  const isInitials = caps && initialsOf(ownKey.split(' ')) === span.key;
  const lowerName = /^\p{Ll}/u.test(facts.name) && !/\p{Lu}/u.test(facts.name);
  const team = isTeam(facts);
  const isPlaceAdjective = single && facts.kind === 'place' && isAdjective(span.key, facts);
  return {
    ownName: isOwn ? 1 : 0,
    nearOwn: isNear ? 1 : 0,
    undocumented: facts.kind === undefined && facts.description === undefined ? 1 : 0,
    ownLead: isOwn && popularity === rivals.mostOwn ? 1 : 0,
    caseClash: lowerName && isCapital(first) && !first.opens && block?.titled !== true ? 1 : 0,
    popularityLead: popularity - rivals.most,
    echo: echo ? 1 : 0,
    echoRival: rivals.echo && !echo ? 1 : 0,
    bareSurname: candidate.form === 'part' && !echo ? 1 : 0,
    barePart: single && !isOwn && !echo && person ? 1 : 0,
    claimed: single && !echo && spans.claimed.has(span.key) ? 1 : 0,
    roleFits: roleFits(words, span, facts) ? 1 : 0,
    roleOther: role && !person && facts.kind !== undefined ? 1 : 0,
    placeCue: facts.kind === 'place' && placeCues.has(words[span.from - 1]?.key ?? '') ? 1 : 0,
    dateline: facts.kind === 'place' && span.from === 0 && isDateline(block?.text.slice(span.end) ?? '') ? 1 : 0,
    ...(isPlaceAdjective && { adjective: 1, rightName: 0 }),
    initials: isInitials ? 1 : 0,
    otherInitials: caps && !isInitials && !isOwn ? 1 : 0,
    teamInSports: team ? reading.sports : 0,
    placeInSports: facts.kind === 'place' ? reading.sports : 0,
    ownWords: isOwn || rest.length === ownKey.split(' ').length ? 0 : present / Math.max(1, rest.length),
    ownWordsMissing: isOwn || echo || isNear || isInitials ? 0 : Math.min(2, rest.length - present),
    described: describedShare(reading, facts),
    ...coverageFeatures(input, span, candidate),
  };
}

function coverageFeatures({ coverage, company }: FeatureInput, span: Span, { entity }: SpanCandidate): Features {
  if (coverage === undefined) return {};
  const named = coverage.withName(span.key);
  const meant = coverage.withMeaning(span.key, entity);
  return {
    usual: meant / (named + 1),
    unusual: named >= fewArticles && meant < named / 10 ? 1 : 0,
    together: company === undefined ? 0 : togetherness(coverage, entity, company),
  };
}

/** How much more often than by chance coverage reports it with the others of the document, from 0 to 3. */
function togetherness(coverage: CoverageEvidence, entity: number, company: ReadonlyMap<number, number>): number {
  const own = coverage.withEntity(entity);
  if (own === 0) return 0;
  let sum = 0;
  let weights = 0;
  for (const [other, chance] of company) {
    if (other === entity) continue;
    weights += chance;
    const both = coverage.withBoth(entity, other);
    if (both > 0) sum += chance * Math.max(0, Math.log((both * coverage.articles) / (own * coverage.withEntity(other))) * (both / (both + 2)));
  }
  return Math.min(3, sum / (weights + 1));
}

function describedShare(reading: DocumentReading, { description }: Entity): number {
  if (description === undefined) return 0;
  const words = new Set(normaliseName(description).split(' ').filter((word) => word.length > 3));
  let found = 0;
  for (const word of words) if (reading.lower.has(word) || reading.capital.has(word)) found++;
  return Math.min(3, found);
}

/** Log odds, bounded: popularity of 0.999 and 0.99 differ less than they seem to. */
function logPopularity(facts: Entity): number {
  const popularity = Math.min(0.9999, Math.max(0.02, facts.popularity ?? 0.4));
  return Math.log(popularity / (1 - popularity)) / (popularity > 0.5 ? 2 : 1);
}

function isTeam({ name, description }: Entity): boolean {
  return /\b(F\.?C|A\.?F\.?C|club|team|United F|rugby|cricket|football)\b/i.test(`${name} ${description ?? ''}`);
}

/** "Kenyan" for Kenya, "Chinese" for what is also called China. A plural is a people and not meant. */
function isAdjective(key: string, { name, aliases }: Entity): boolean {
  if (!/(an|ish|ese|i|ch|sh|ic)$/.test(key)) return false;
  return [name, ...aliases].some((written) => {
    const place = written.toLowerCase();
    return place !== key && place.length >= 4 && !place.includes(' ') && key.startsWith(place.slice(0, 3)) && !/(an|ish|ese|i|ch|sh|ic)s?$/.test(place);
  });
}

function isNearOwnName(span: Span, { name, kind }: Entity): boolean {
  const own = normaliseName(bareName(name)).replace(/ (party|university)$/, '');
  if (own === span.key || own === `united states ${span.key}`) return true;
  return kind !== 'place' && (own === `${span.key}s` || span.key === `${own}s`);
}

/** Up to three words before the name, of which a role is in the description: "then-senator", "Attorney General". */
function roleFits(words: readonly Word[], span: Span, { description, kind }: Entity): boolean {
  if (kind !== 'person' || description === undefined) return false;
  const described = normaliseName(description).split(' ');
  return words.slice(Math.max(0, span.from - 3), span.from).some(({ key }) => roles.has(key) && described.includes(key));
}

function isDateline(behind: string): boolean {
  return /^[\p{L}., \d]{0,40}(\((Reuters|AP|AFP|UPI|CNN)\b| ?(--|—|–) )/u.test(behind) || /^ - \p{Lu}/u.test(behind);
}

function isTie(word: Word | undefined): boolean {
  return word?.gap === 'space' && (word.key === 'of' || word.key === 'for');
}

function isUnknownName(word: Word | undefined): boolean {
  return isCapital(word) && !roles.has(word.key) && !neverNames.has(word.key) && !(common.has(word.key) && word.opens);
}
