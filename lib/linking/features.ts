import type { Entity } from '../model/entity';
import { around, type Around } from './bounds';
import { coverageFeatures } from './coverage-features';
import type { CoverageEvidence } from './coverage-evidence';
import { featureIndex } from './feature-names';
import { isAdjectiveOf, knowEntity, type KnownEntity } from './known-entity';
import { longRoles, placeCues, roles } from './name-words';
import { placeFeatures } from './place-features';
import type { Word } from '../text/read-words';
import type { DocumentReading } from './read-document';
import { isCapital, type DocumentSpans, type Span, type SpanCandidate } from './spans';

export interface FeatureInput {
  readonly reading: DocumentReading;
  readonly spans: DocumentSpans;
  readonly entities: ReadonlyMap<number, Entity>;
  readonly coverage: CoverageEvidence | undefined;
  /** Entities that the reader follows. */
  readonly followed?: ReadonlySet<number>;
  /** Entities that the document most likely mentions, with the chance of each, from a first judgement. */
  readonly company?: ReadonlyMap<number, number>;
}

/** Clues for each candidate of a span, in the order of `featureNames`. */
export function candidateFeatures(input: FeatureInput, span: Span): Float64Array[] {
  const block = input.reading.blocks[span.block];
  if (block === undefined) return [];
  const bounds = around(block, span);
  const place = placeFeatures(input.reading, span);
  const found = span.candidates.flatMap((candidate) => {
    const facts = input.entities.get(candidate.entity);
    return facts === undefined ? [] : [suspect(input, span, { candidate, known: knowEntity(facts) })];
  });
  const isTaken = found.some(({ isOwn, known }) => isOwn && !known.isUndocumented);
  // "CNN" is CNN, even where "CNN Films" stands in full. Only a surname outweighs whoever is called just so.
  const suspects = isTaken ? found.map((one) => (one.known.surname === span.key || one.isOwn || one.isNear ? one : { ...one, echo: false })) : found;
  const rivals: Rivals = {
    most: Math.max(...suspects.map(({ known }) => known.popularity)),
    mostOwn: Math.max(...suspects.map(({ known, isOwn }) => (isOwn ? known.popularity : -Infinity))),
    mostEcho: Math.max(...suspects.map(({ known, echo }) => (echo ? known.popularity : -Infinity))),
    echo: suspects.some(({ echo }) => echo),
    peopleOf: span.key.endsWith('s') && suspects.some(({ known }) => known.isPlace && known.own !== span.key && known.stems.has(span.key.slice(0, 3))),
  };
  return suspects.map((one) => {
    const values = place.slice();
    addNameClues(values, one, rivals);
    if (input.followed?.has(one.entity) === true || isTopicAsWritten(one)) clearCommonness(values);
    addPlaceClues(values, one);
    addOwnWordClues(values, one);
    addBoundClues(values, one, bounds);
    if (input.coverage) coverageFeatures(values, { coverage: input.coverage, company: input.company, name: span.key, entity: one.entity });
    return values;
  });
}

/** A topic of several words is written as common words are: "election security" is no less it for that. */
function isTopicAsWritten({ span, form, known }: Suspect): boolean {
  return form === 'topic' && known.facts.kind === 'topic' && span.to - span.from > 1;
}

/** Who follows a topic wants its word marked, however common it is. */
function clearCommonness(values: Float64Array): void {
  for (const clue of ['common', 'commonOpens', 'commonLong', 'lowerHere', 'lowercase', 'titled', 'undocumented'] as const) values[featureIndex[clue]] = 0;
}

interface Suspect {
  readonly span: Span;
  readonly reading: DocumentReading;
  readonly entity: number;
  readonly form: SpanCandidate['form'];
  readonly known: KnownEntity;
  readonly isOwn: boolean;
  readonly isNear: boolean;
  readonly echo: boolean;
  readonly isInitials: boolean;
  readonly claimed: boolean;
}

interface Rivals {
  readonly most: number;
  readonly mostOwn: number;
  readonly mostEcho: number;
  readonly echo: boolean;
  /** The name is a plural that may be the people of a place among the rivals. */
  readonly peopleOf: boolean;
}

function suspect(input: FeatureInput, span: Span, { candidate, known }: { candidate: SpanCandidate; known: KnownEntity }): Suspect {
  const words = input.reading.blocks[span.block]?.words ?? [];
  const single = span.to - span.from === 1;
  const isOwn = known.own === span.key || known.ownWithoutArticle === span.key;
  const echo = input.spans.inFull.has(candidate.entity) && known.echoes.has(span.key);
  return {
    span,
    reading: input.reading,
    entity: candidate.entity,
    form: candidate.form,
    known,
    isOwn,
    isNear: !isOwn && isNearOwnName(span.key, known),
    echo,
    isInitials: single && words[span.from]?.shape === 'caps' && (known.initials === span.key || known.allInitials === span.key),
    claimed: single && !echo && input.spans.claimed.has(span.key),
  };
}

function addNameClues(values: Float64Array, { span, form, known, isOwn, isNear, echo, isInitials, claimed }: Suspect, rivals: Rivals): void {
  const single = span.to - span.from === 1;
  const isSurnameEcho = echo && known.surname === span.key;
  values[featureIndex.ownName] = isOwn ? 1 : 0;
  values[featureIndex.ownLead] = isOwn && known.popularity === rivals.mostOwn ? 1 : 0;
  values[featureIndex.nearOwn] = isNear ? 1 : 0;
  values[featureIndex.undocumented] = known.isUndocumented ? 1 : 0;
  values[featureIndex.obscure] = known.isUndocumented ? known.popularity : 0;
  values[featureIndex.popularityLead] = known.popularity - (echo ? rivals.mostEcho : rivals.most);
  values[featureIndex.echo] = isSurnameEcho ? 1 : 0;
  values[featureIndex.echoPart] = echo && !isSurnameEcho ? 1 : 0;
  values[featureIndex.echoRival] = rivals.echo && !echo ? 1 : 0;
  values[featureIndex.bareSurname] = form === 'part' && !echo ? 1 : 0;
  values[featureIndex.barePart] = single && !isOwn && !echo && known.isPerson ? 1 : 0;
  values[featureIndex.claimed] = claimed ? 1 : 0;
  values[featureIndex.people] = rivals.peopleOf && !known.isPlace && (isOwn || known.own.endsWith(' people')) ? 1 : 0;
  values[featureIndex.initials] = isInitials ? 1 : 0;
}

function addPlaceClues(values: Float64Array, { span, reading, known, isOwn, isInitials }: Suspect): void {
  const block = reading.blocks[span.block];
  const words = block?.words ?? [];
  const first = words[span.from];
  const single = span.to - span.from === 1;
  const exposed = block?.titled !== true;
  const before = words[span.from - 1];
  const role = before !== undefined && roles.has(before.key) && first?.gap === 'space';
  values[featureIndex.caseClash] = exposed && known.isLowerCase && isCapital(first) && !first.opens ? 1 : 0;
  values[featureIndex.otherInitials] = exposed && single && first?.shape === 'caps' && first.key.length <= 5 && !isInitials && !isOwn ? 1 : 0;
  values[featureIndex.roleFits] = known.isPerson ? roleFits(words, span, known) : 0;
  values[featureIndex.roleOther] = role && !known.isPerson && known.facts.kind !== undefined ? 1 : 0;
  values[featureIndex.teamInSports] = known.isTeam ? reading.sports : 0;
  if (!known.isPlace) return;
  values[featureIndex.placeCue] = before !== undefined && placeCues.has(before.key) ? 1 : 0;
  values[featureIndex.dateline] = span.from === 0 && isDateline(block?.text.slice(span.end) ?? '') ? 1 : 0;
  values[featureIndex.placeInSports] = reading.sports;
  if (single && isAdjectiveOf(span.key, known)) {
    values[featureIndex.adjective] = 1;
    values[featureIndex.rightName] = 0;
  }
}

function addOwnWordClues(values: Float64Array, { span, reading, known, isOwn, isNear, echo, isInitials }: Suspect): void {
  values[featureIndex.described] = Math.min(3, known.described.filter((word) => isIn(reading, word)).length);
  if (isOwn) return;
  const names = span.key.split(' ');
  const rest = known.ownWords.filter((word) => word.length > 1 && !names.includes(word));
  const present = rest.filter((word) => isIn(reading, word)).length;
  if (rest.length < known.ownWords.length) values[featureIndex.ownWords] = present / Math.max(1, rest.length);
  if (!echo && !isNear && !isInitials) values[featureIndex.ownWordsMissing] = Math.min(2, rest.length - present);
}

/** What stands around the name and would belong to it. */
function addBoundClues(values: Float64Array, { span, reading, known }: Suspect, { legalEnd, articleStart }: Around): void {
  const block = reading.blocks[span.block];
  if (legalEnd !== undefined) {
    values[featureIndex.rightName] = 0;
    values[featureIndex.rightLong] = 0;
  }
  // "The Independent" is two words, of which the capital article says that the other is no common one.
  const isArticled = articleStart !== undefined && known.own === `the ${span.key}` && block?.titled === false;
  if (!isArticled || block.words[span.from - 1]?.opens === true) return;
  for (const clue of ['common', 'commonOpens', 'lowerHere', 'rightName'] as const) values[featureIndex[clue]] = 0;
  values[featureIndex.longName] = Math.max(1, values[featureIndex.longName] ?? 0);
}

function isIn(reading: DocumentReading, word: string): boolean {
  return reading.lower.has(word) || reading.capital.has(word);
}

/** The own name but for what news leaves out, or a plural: "Conservatives", "Americans"; not "Americas" for America. */
function isNearOwnName(key: string, { near, isPlace }: KnownEntity): boolean {
  return near === key || (!isPlace && (near === `${key}s` || key === `${near}s`));
}

/**
 * How well the roles right before the name fit its description, of up to three words: "Attorney General", "then-senator".
 * Half for somebody who was it once, where the text does not say "former".
 */
function roleFits(words: readonly Word[], span: Span, known: KnownEntity): number {
  let fits = false;
  let isFormer = false;
  for (let i = span.from - 1; i >= Math.max(0, span.from - 3) && words[i + 1]?.gap !== 'hyphen'; i--) {
    const key = words[i]?.key ?? '';
    if (!roles.has(key)) break;
    isFormer ||= key === 'former' || key === 'ex';
    fits ||= known.described.includes(longRoles.get(key) ?? key);
  }
  if (!fits) return 0;
  return isFormer === known.described.includes('former') ? 1 : 0.5;
}

function isDateline(behind: string): boolean {
  return /^[\p{L}., \d]{0,40}(\((Reuters|AP|AFP|UPI|CNN)\b| ?(--|—|–) )/u.test(behind) || /^ - \p{Lu}/u.test(behind);
}
