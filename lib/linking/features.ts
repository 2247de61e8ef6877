import type { Entity } from '../model/entity';
import { normaliseName } from '../text/normalise';
import type { CoverageEvidence } from './coverage-evidence';
import { common, placeCues, roles, speechVerbs } from './name-words';
import { type DocumentReading, type Word } from './read-document';
import { echoKeys, isCapital, type DocumentSpans, type Span, type SpanCandidate } from './spans';

/** Every clue that the linker weighs, with why it should count. `weights.json` has the fitted weight of each. */
export const featureReasons = {
  any: 'What speaks for any entity at all against none, before other clues.',
  ownName: "An entity's own name counts for more than its alias: aliases in packs are loose.",
  ownLead: 'The best known of all that have this as their own name.',
  caseClash: 'Written with a capital amid a sentence, and the entity is written without (or the other way round).',
  exactCase: 'Written letter for letter as the entity writes it.',
  popularity: 'The better known is meant more often.',
  popularityLead: 'How much better known a rival is.',
  rivals: 'The more entities share a name, the less sure is any of them.',
  longName: 'Names of several words are rarely meant otherwise.',
  echo: 'Its full name stands elsewhere in the document.',
  echoRival: 'A rival has its full name elsewhere in the document.',
  bareSurname: 'A surname alone, of somebody not named in full.',
  barePart: 'A single word for a person that is named otherwise, and not in full here.',
  common: 'The word is one that everyday language uses in lower case.',
  commonOpens: 'A common word where a sentence begins has its capital from there.',
  lowerHere: 'The document writes the word in lower case too.',
  titled: 'A single word in a headline: its capital tells nothing.',
  lowercase: 'Topics in lower case are seldom what a reader wants marked.',
  leftName: 'A capitalised word right before it that does not belong to the name: part of a longer, unknown one.',
  rightName: 'A capitalised word right behind it.',
  leftLong: 'The same before a name of several words, which is less often part of another.',
  rightLong: 'The same behind a name of several words.',
  ofName: 'Tied by "of" or "for" to a capitalised word: part of a longer, unknown name.',
  hyphen: 'Joined to another word by a hyphen.',
  claimed: 'The last word of a full name that no entity has, and the candidate is not named in full.',
  rolePerson: 'A title or role before it, and it is a person.',
  roleOther: 'A title or role before it, and it is no person.',
  speechPerson: 'It speaks, and it is a person.',
  placeCue: 'A preposition of place before it, and it is a place.',
  dateline: 'The place where a report was written opens it.',
  adjective: 'An adjective stands for its country.',
  initials: 'Initials of its own name.',
  otherInitials: 'A few capitals that are not the initials of its own name.',
  teamInSports: 'Among sports news a town or country is most often its team.',
  placeInSports: 'Among sports news a town or country is less often the place.',
  ownWords: 'The other words of its own name stand in the document.',
  ownWordsMissing: 'The other words of its own name stand nowhere in the document.',
  described: 'Words of its description stand in the document.',
  repeated: 'A name that the document repeats is what it is about.',
  usual: 'What the name meant in coverage, mostly.',
  together: 'Coverage reports it together with others that the document names.',
} as const;

export type FeatureName = keyof typeof featureReasons;
export const featureNames = Object.keys(featureReasons) as FeatureName[];

export interface FeatureInput {
  readonly reading: DocumentReading;
  readonly spans: DocumentSpans;
  readonly entities: ReadonlyMap<number, Entity>;
  readonly coverage: CoverageEvidence | undefined;
}

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
  return facts !== undefined && spans.inFull.has(entity) && echoKeys(facts).includes(span.key);
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
  const left = !titled && isUnknownName(before) && first?.gap === 'space' ? 1 : 0;
  const right = !titled && isUnknownName(behind) && behind?.gap === 'space' ? 1 : 0;
  const ofLeft = isTie(before) && isUnknownName(words[span.from - 2]);
  const ofRight = isTie(behind) && behind?.gap === 'space' && isCapital(words[span.to + 1]);
  return {
    any: 1,
    longName: single ? 0 : Math.min(2, span.to - span.from - 1),
    common: isCommon ? 1 : 0,
    commonOpens: isCommon && first?.opens === true ? 1 : 0,
    lowerHere: single && (reading.lower.get(span.key) ?? 0) > 0 ? 1 : 0,
    titled: titled && single ? 1 : 0,
    lowercase: words.slice(span.from, span.to).some(isCapital) ? 0 : 1,
    leftName: single ? left : 0,
    rightName: single ? right : 0,
    leftLong: single ? 0 : left,
    rightLong: single ? 0 : right,
    ofName: !titled && (ofLeft || ofRight) ? 1 : 0,
    hyphen: first?.gap === 'hyphen' || behind?.gap === 'hyphen' ? 1 : 0,
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
  const written = block?.text.slice(span.start, span.end) ?? '';
  const ownKey = normaliseName(facts.name);
  const echo = isEcho(input, span, candidate.entity);
  const single = span.to - span.from === 1;
  const isOwn = isOwnName(span, facts);
  const role = roles.has(words[span.from - 1]?.key ?? '') && first?.gap === 'space';
  const person = facts.kind === 'person';
  const popularity = logPopularity(facts);
  const rest = ownKey.split(' ').filter((word) => word.length > 1 && !` ${span.key} `.includes(` ${word} `));
  const present = rest.filter((word) => reading.capital.has(word) || reading.lower.has(word)).length;
  const caps = single && first?.shape === 'caps' && first.key.length <= 5 && block?.titled !== true;
  const isInitials = caps && initialsOf(ownKey) === span.key;
  const lowerName = /^\p{Ll}/u.test(facts.name) && !/\p{Lu}/u.test(facts.name);
  const team = isTeam(facts);
  return {
    ownName: isOwn ? 1 : 0,
    ownLead: isOwn && popularity === rivals.mostOwn ? 1 : 0,
    caseClash: lowerName && isCapital(first) && !first.opens && block?.titled !== true ? 1 : 0,
    exactCase: [facts.name, ...facts.aliases].some((name) => name === written || name.replace(/^the /i, '') === written) ? 1 : 0,
    popularity,
    popularityLead: popularity - rivals.most,
    echo: echo ? 1 : 0,
    echoRival: rivals.echo && !echo ? 1 : 0,
    bareSurname: candidate.form === 'part' && !echo ? 1 : 0,
    barePart: single && !isOwn && !echo && person ? 1 : 0,
    claimed: single && !echo && spans.claimed.has(span.key) ? 1 : 0,
    rolePerson: role && person ? 1 : 0,
    roleOther: role && !person && facts.kind !== undefined ? 1 : 0,
    speechPerson: person && speechVerbs.has(words[span.to]?.key ?? '') ? 1 : 0,
    placeCue: facts.kind === 'place' && placeCues.has(words[span.from - 1]?.key ?? '') ? 1 : 0,
    dateline: facts.kind === 'place' && span.from === 0 && isDateline(block?.text.slice(span.end) ?? '') ? 1 : 0,
    adjective: single && facts.kind === 'place' && isAdjective(span.key, ownKey) ? 1 : 0,
    initials: isInitials ? 1 : 0,
    otherInitials: caps && !isInitials && !isOwn ? 1 : 0,
    teamInSports: team ? reading.sports : 0,
    placeInSports: facts.kind === 'place' ? reading.sports : 0,
    ownWords: isOwn ? 0 : present / Math.max(1, rest.length),
    ownWordsMissing: isOwn || echo ? 0 : Math.min(3, rest.length - present),
    described: describedShare(reading, facts),
    ...coverageFeatures(input, span, candidate),
  };
}

function coverageFeatures({ coverage }: FeatureInput, span: Span, { entity }: SpanCandidate): Features {
  if (coverage === undefined) return {};
  const total = coverage.meantAnything(span.key);
  return { usual: total === 0 ? 0 : Math.log((coverage.meant(span.key, entity) + 0.1) / (total + 0.5)) };
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

function initialsOf(key: string): string {
  return key.split(' ').filter((word) => !/^(of|and|the|for|&)$/.test(word)).map((word) => word[0] ?? '').join('');
}

function isAdjective(key: string, country: string): boolean {
  if (key === country || country.includes(' ')) return false;
  return /(an|ans|ish|ese|i|is|ch|sh|ic|s)$/.test(key) && key.slice(0, 3) === country.slice(0, 3);
}

function isDateline(behind: string): boolean {
  return /^[\p{L}., \d]{0,40}(\((Reuters|AP|AFP|UPI|CNN)\b| ?(--|—|–) )/u.test(behind) || /^ - \p{Lu}/u.test(behind);
}

function isTie(word: Word | undefined): boolean {
  return word?.gap === 'space' && (word.key === 'of' || word.key === 'for');
}

function isUnknownName(word: Word | undefined): boolean {
  return isCapital(word) && !roles.has(word.key) && !(common.has(word.key) && word.opens);
}
