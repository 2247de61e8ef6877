import type { AliasForm, Match } from '../gazetteer/match';
import type { Entity } from '../model/entity';
import type { NameCorrections } from './corrections';
import { knowEntity, type KnownEntity } from './known-entity';
import { acronymsOf } from './name-parts';
import { common, neverNames, roles } from './name-words';
import type { Word } from '../text/read-words';
import type { BlockReading, DocumentReading } from './read-document';

/** `echo`: a piece of a name that stands in full elsewhere in the document. */
export type CandidateForm = AliasForm | 'echo';

export interface SpanCandidate {
  readonly entity: number;
  readonly form: CandidateForm;
}

/** A place that may be a mention. `from` and `to` are indices of its words in its block, `to` exclusive. */
export interface Span {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly candidates: readonly SpanCandidate[];
}

export interface DocumentSpans {
  readonly spans: readonly Span[];
  /** Entities whose name stands somewhere in full, in more than one word. */
  readonly inFull: ReadonlySet<number>;
  /** Last and first words of names in full that no entity has: whose they are is settled. */
  readonly claimed: ReadonlySet<string>;
}

export interface SpanInput {
  readonly reading: DocumentReading;
  readonly matches: readonly (readonly Match[])[];
  readonly entities: ReadonlyMap<number, Entity>;
  readonly followed?: ReadonlySet<number>;
  readonly corrections?: NameCorrections;
}

/** The places worth judging: what the gazetteer spotted with the right case, and echoes of names in full. */
export function findSpans(input: SpanInput): DocumentSpans {
  const spotted = input.matches.flatMap((matches, block) => spottedSpans(input, matches, block));
  const inFull = new Set<number>();
  const echoes = new Map<string, Set<number>>();
  for (const span of spotted) {
    for (const { entity, form } of span.candidates) {
      const facts = input.entities.get(entity);
      if (form !== 'name' && form !== 'alias') continue;
      if (facts === undefined || !isInFull(span, facts)) continue;
      if (!inFull.has(entity)) for (const key of knowEntity(facts).echoes) put(echoes, key, entity);
      inFull.add(entity);
    }
  }
  for (const [key, { is }] of input.corrections ?? []) if (is !== undefined) put(echoes, key, is);
  const claimed = claimedWords(input.reading, spotted);
  const spans = withEchoes(input.reading, spotted, echoes).flatMap((span) => {
    const free = withoutClaimed(withoutMereEchoes(span, input), input, { inFull, claimed });
    return free.candidates.length === 0 ? [] : [withLikely(free, input.entities, inFull)];
  });
  return { spans, inFull, claimed };
}

/**
 * A piece of an organisation's name says little where it is a common word ("the House" beside the House Rules Committee) or
 * what a place is called ("Washington" beside The Washington Post). People are called by a piece of theirs all the same.
 */
function withoutMereEchoes(span: Span, { entities, corrections }: SpanInput): Span {
  if (corrections?.get(span.key)?.is !== undefined || !span.candidates.some(({ form }) => form === 'echo')) return span;
  const isOf = (entity: number, test: (known: KnownEntity) => boolean): boolean => {
    const facts = entities.get(entity);
    return facts !== undefined && test(knowEntity(facts));
  };
  const isTown = (known: KnownEntity): boolean => known.isPlace && (known.own === span.key || known.near === span.key);
  const isTaken = common.has(span.key) || span.candidates.some(({ entity, form }) => form !== 'echo' && isOf(entity, isTown));
  if (!isTaken) return span;
  return { ...span, candidates: span.candidates.filter(({ entity, form }) => form !== 'echo' || isOf(entity, ({ isPerson }) => isPerson)) };
}

/** The unknown John Sessions is not Jeff: people who are not named in full themselves lose what an unknown name claims. */
function withoutClaimed(span: Span, { entities, corrections }: SpanInput, names: Pick<DocumentSpans, 'inFull' | 'claimed'>): Span {
  if (!names.claimed.has(span.key) || corrections?.get(span.key)?.is !== undefined) return span;
  const isFree = ({ entity }: SpanCandidate): boolean => names.inFull.has(entity) || entities.get(entity)?.kind !== 'person';
  return { ...span, candidates: span.candidates.filter(isFree) };
}

/** Candidates worth the whole judgement. A name of thirty places has a few that are ever meant. */
const mostCandidates = 6;

function withLikely(span: Span, entities: ReadonlyMap<number, Entity>, inFull: ReadonlySet<number>): Span {
  if (span.candidates.length <= mostCandidates) return span;
  const ranked = span.candidates.map((candidate) => {
    const facts = entities.get(candidate.entity);
    return { candidate, rank: facts === undefined ? -Infinity : quickRank(span, knowEntity(facts), inFull.has(candidate.entity)) };
  });
  ranked.sort((a, b) => b.rank - a.rank);
  return { ...span, candidates: ranked.slice(0, mostCandidates).map(({ candidate }) => candidate) };
}

/** The few clues that decide most: named in full, own name, known by more than a name, well known. */
function quickRank(span: Span, known: KnownEntity, isInFull: boolean): number {
  // The bare name costs a second normalising; only a name with these words can be it.
  const isOwn = known.ownWithoutArticle === span.key || (known.own.includes(span.key) && known.near === span.key);
  return (isInFull ? 8 : 0) + (isOwn ? 6 : 0) + (known.isUndocumented ? 0 : 2) + known.popularity;
}

function spottedSpans(input: SpanInput, matches: readonly Match[], block: number): Span[] {
  const reading = input.reading.blocks[block];
  if (reading === undefined) return [];
  const spans: Span[] = [];
  let word = 0;
  for (const match of matches) {
    while (word < reading.words.length && (reading.words[word]?.end ?? 0) <= match.start) word++;
    let to = word;
    while (to < reading.words.length && (reading.words[to]?.start ?? 0) < match.end) to++;
    const span = spanOf(reading, block, [word, to]);
    if (span === undefined) continue;
    const single = to - word === 1;
    if (single && (neverNames.has(span.key) || span.key.length < 2)) continue;
    const capital = hasCapital(reading, span);
    const candidates = match.candidates.filter(({ entity, form }) => {
      if (!input.entities.has(entity)) return false;
      if (capital) return form !== 'part' || !single || reading.words[word]?.shape === 'caps' || !isAcronymOf(span.key, input.entities.get(entity));
      return form === 'topic' && (!single || input.followed?.has(entity) === true);
    });
    if (candidates.length > 0) spans.push({ ...span, start: Math.max(match.start, span.start), end: match.end, candidates: candidates });
  }
  return spans;
}

/** A part of an organisation is its initials, which mean it only in capitals. */
function isAcronymOf(key: string, facts: Entity | undefined): boolean {
  return facts?.kind === 'organisation' && acronymsOf(facts).includes(key.toUpperCase());
}

function spanOf(reading: BlockReading, block: number, [from, to]: readonly [number, number]): Omit<Span, 'candidates'> | undefined {
  const start = reading.words[from];
  const end = reading.words[to - 1];
  if (start === undefined || end === undefined) return undefined;
  return { block, start: start.start, end: end.end, from, to, key: keyOf(reading.words, from, to) };
}

/** The words' keys are normalised each, so that this is `normaliseName` of the span without reading it again. */
function keyOf(words: readonly Word[], from: number, to: number): string {
  let key = words[from]?.key ?? '';
  for (let i = from + 1; i < to; i++) key += ` ${words[i]?.key ?? ''}`;
  return key;
}

function hasCapital(reading: BlockReading, span: { from: number; to: number }): boolean {
  return reading.words.slice(span.from, span.to).some(({ shape }) => shape === 'capital' || shape === 'caps');
}

/** Several words that are the name, or for a person its first and last. "Los Angeles" does not name the Lakers in full. */
function isInFull(span: Span, facts: Entity): boolean {
  if (span.to - span.from < 2) return false;
  const known = knowEntity(facts);
  if (span.key === known.own || span.key === known.bare) return true;
  return known.isPerson && span.key.split(' ').at(-1) === known.ownWords.at(-1);
}

const longestEcho = 4;

/** Spans of a few capitalised words that echo a name, added to what was spotted there or between. */
function withEchoes(reading: DocumentReading, spotted: readonly Span[], echoes: ReadonlyMap<string, ReadonlySet<number>>): Span[] {
  const spans: Span[] = [];
  let next = 0;
  for (const [block, { words, text }] of reading.blocks.entries()) {
    for (let i = 0; i < words.length; i++) {
      let there = spotted[next];
      while (there !== undefined && isBefore(there, block, i)) there = spotted[++next];
      const covers = there?.block === block && there.from <= i && i < there.to ? there : undefined;
      const length = covers ? covers.to - covers.from : echoLength(words.slice(i, Math.min(i + longestEcho, there?.block === block ? there.from : words.length)), echoes);
      if (length === 0) continue;
      const span = covers ?? spanOf({ words, text, titled: false }, block, [i, i + length]);
      if (span === undefined) continue;
      const known = new Set(covers?.candidates.map(({ entity }) => entity));
      const added = isCapital(words[i]) ? [...(echoes.get(span.key) ?? [])].filter((entity) => !known.has(entity)) : [];
      const candidates = [...(covers?.candidates ?? []), ...added.map((entity) => ({ entity, form: 'echo' as const }))];
      spans.push({ ...span, candidates });
      i = span.to - 1;
    }
  }
  return spans;
}

function isBefore(span: Span, block: number, word: number): boolean {
  return span.block < block || (span.block === block && span.to <= word);
}

/** How many of these words, from the first on, echo a name: as many as can be. */
function echoLength(words: readonly Word[], echoes: ReadonlyMap<string, ReadonlySet<number>>): number {
  let key = '';
  let length = 0;
  for (const [i, word] of words.entries()) {
    if (i > 0 && word.gap === 'break') break;
    key = i === 0 ? word.key : `${key} ${word.key}`;
    if (isCapital(words[0]) && isCapital(word) && echoes.has(key)) length = i + 1;
  }
  return length;
}

export function isCapital(word: Word | undefined): word is Word {
  return word?.shape === 'capital' || word?.shape === 'caps';
}

/** Runs of capitalised words that are nobody's name, by their last and first words. */
function claimedWords(reading: DocumentReading, spotted: readonly Span[]): Set<string> {
  const claimed = new Set<string>();
  let next = 0;
  for (const [block, { words, titled }] of reading.blocks.entries()) {
    const taken = new Set<number>();
    for (; spotted[next]?.block === block; next++) {
      const { from, to } = spotted[next] ?? { from: 0, to: 0 };
      if (to - from > 1) for (let i = from; i < to; i++) taken.add(i);
    }
    if (titled) continue;
    for (let i = 0; i < words.length; ) {
      let to = i;
      while (to < words.length && isNameWord(words[to]) && !taken.has(to) && (to === i || words[to]?.gap === 'space')) to++;
      if (to - i >= 2 && to - i <= 4) claimed.add(words[to - 1]?.key ?? '');
      i = Math.max(to, i + 1);
    }
  }
  return claimed;
}

function isNameWord(word: Word | undefined): boolean {
  return isCapital(word) && !roles.has(word.key) && !neverNames.has(word.key) && !(word.opens && common.has(word.key));
}

function put(map: Map<string, Set<number>>, key: string, value: number): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
