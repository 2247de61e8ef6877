import type { MatchCandidate, Matches } from '../gazetteer/match';
import type { Entity } from '../model/entity';
import { withoutOtherCallings } from './callings';
import { knowEntity } from './known-entity';
import { isNoName } from './name-words';
import { isAcronym, type BlockReading, type DocumentReading } from './read-document';
import { isWrittenAsName, keyOf, type Span, type SpanCandidate } from './span';

export interface SpottedInput {
  readonly reading: DocumentReading;
  readonly matches: readonly Matches[];
  readonly entities: ReadonlyMap<number, Entity>;
  readonly followed?: ReadonlySet<number>;
}

/** What the gazetteer spotted where it is written as a name is, or as a topic. */
export function spottedSpans(input: SpottedInput): readonly Span[] {
  const candidates = new CandidatesAsWritten(input);
  const { blocks } = input.reading;
  return withoutOtherCallings(blocks.flatMap((block, number) => spansOf(block, { number, matches: input.matches[number], candidates })), blocks);
}

interface BlockInput {
  readonly number: number;
  readonly matches: Matches | undefined;
  readonly candidates: CandidatesAsWritten;
}

function spansOf(block: BlockReading, { number, matches, candidates }: BlockInput): Span[] {
  const { words } = block;
  const spans: Span[] = [];
  let from = 0;
  if (matches === undefined) return spans;
  for (let index = 0; index < matches.length; index++) {
    const start = matches.startAt(index);
    const end = matches.endAt(index);
    while (from < words.length && (words[from]?.end ?? 0) <= start) from++;
    let to = from;
    while (to < words.length && (words[to]?.start ?? 0) < end) to++;
    const first = words[from];
    if (first === undefined || to === from || (to - from === 1 && isNoName(first.key) && !isAcronym(block, first))) continue;
    const meant = candidates.of(block, { matches, index }, { from, to });
    if (meant.length === 0) continue;
    spans.push({ block: number, start: Math.max(start, first.start), end, from, to, key: keyOf(words, from, to), candidates: meant });
  }
  return spans;
}

interface MatchPlace {
  readonly matches: Matches;
  readonly index: number;
}

/** The candidates of a match that may be meant, by what is written there: a name stands in a document many times. */
class CandidatesAsWritten {
  readonly #input: SpottedInput;
  readonly #known = new Map<string, readonly SpanCandidate[]>();

  constructor(input: SpottedInput) {
    this.#input = input;
  }

  of(block: BlockReading, { matches, index }: MatchPlace, place: Pick<Span, 'from' | 'to'>): readonly SpanCandidate[] {
    const written = block.text.slice(matches.startAt(index), matches.endAt(index));
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const candidates = matches.candidatesAt(index).flatMap((candidate) => this.#meant(block, candidate, place));
    this.#known.set(written, candidates);
    return candidates;
  }

  #meant(block: BlockReading, { entity, form }: MatchCandidate, { from, to }: Pick<Span, 'from' | 'to'>): SpanCandidate[] {
    const { words } = block;
    const { entities, followed } = this.#input;
    const isSingle = to - from === 1;
    const isSmall = !isWrittenAsName(block, { from, to });
    if (isSmall && (form !== 'topic' || (isSingle && followed?.has(entity) !== true))) return [];
    const facts = entities.get(entity);
    if (facts === undefined) return [];
    const known = knowEntity(facts);
    // An everyday word stands in every other article, with a capital wherever a sentence opens.
    if (isSingle && facts.kind === 'topic' && known.isLowerCase && followed?.has(entity) !== true) return [];
    // A part of an organisation is its initials, which mean it only in capitals.
    const isCaps = words[from]?.shape === 'caps';
    if (form === 'part' && isSingle && !isCaps && known.acronyms.includes(words[from]?.key ?? '')) return [];
    return [{ entity, form, known }];
  }
}
