import type { AliasForm, MatchCandidate, Matches } from '../gazetteer/match';
import { itemAt } from '../text/at';
import { nameParticles } from '../text/person-words';
import type { CandidateFacts } from './candidate-facts';
import { withoutOtherCallings } from './callings';
import { withAgencies } from './credits';
import type { NameCorrections } from './corrections';
import { knowEntity } from './known-entity';
import { withoutSeniors } from './juniors';
import { haveOtherMiddles } from './name-parts';
import { isNoName } from './name-words';
import { isAcronym, type BlockReading, type DocumentReading } from './read-document';
import { isCapital, isPieceOfName, isWrittenAsName, spanOf, spanWith, type Span, type SpanCandidate } from './span';
import { ownNameLead, standingOf, steps } from './standing';

export interface SpottedInput {
  readonly reading: DocumentReading;
  readonly matches: readonly Matches[];
  readonly entities: CandidateFacts;
  readonly followed?: ReadonlySet<number>;
  readonly corrections?: NameCorrections;
}

/** What the gazetteer spotted where it is written as a name is, or as a topic. */
export function spottedSpans(input: SpottedInput): readonly Span[] {
  const { blocks } = input.reading;
  const places: MatchPlace[] = [];
  for (const [number, block] of blocks.entries()) addPlaces(places, block, { number, matches: input.matches[number] });
  const candidates = new CandidatesAsWritten(input);
  const spans: Span[] = [];
  for (const place of places) {
    const meant = withoutSeniors(candidates.of(place), place.read, place.span);
    if (meant.length > 0) spans.push(spanWith(place.span, meant));
  }
  return withAgencies(withoutOtherCallings(spans, blocks), blocks);
}

interface MatchPlace {
  readonly span: Span;
  readonly read: BlockReading;
  readonly written: string;
  readonly matches: Matches;
  readonly index: number;
}

function addPlaces(places: MatchPlace[], read: BlockReading, { number, matches }: { readonly number: number; readonly matches: Matches | undefined }): void {
  const { text, words } = read;
  let from = 0;
  if (matches === undefined) return;
  for (let index = 0; index < matches.length; index++) {
    const start = matches.startAt(index);
    const end = matches.endAt(index);
    while (from < words.length && (words[from]?.end ?? 0) <= start) from++;
    let to = from;
    while (to < words.length && (words[to]?.start ?? 0) < end) to++;
    const first = words[from];
    if (first === undefined || to === from) continue;
    const isSingle = to - from === 1;
    if (isSingle && (isAcronym(read, first) ? isDesignation(read, to) : isNoName(first.key) || isParticle(read, from))) continue;
    const span = spanOf(read, { block: number, start: Math.max(start, first.start), end, from, to });
    places.push({ span, read, written: text.slice(start, end), matches, index });
  }
}

/** "Van" in "Van Roekel". */
function isParticle({ words }: BlockReading, at: number): boolean {
  const behind = itemAt(words, at + 1);
  return nameParticles.has(words[at]?.key ?? '') && behind?.gap === 'space' && isCapital(behind);
}

/** "AR-15" is no Argentina. */
function isDesignation({ words }: BlockReading, to: number): boolean {
  const behind = itemAt(words, to);
  return behind?.gap === 'hyphen' && /^\d/.test(behind.key);
}

/**
 * Of a name with more meanings, those that stand highest are made into objects and looked at; a town's has thirty and more.
 * Whom the document names in full comes back as an echo.
 */
const mostMeanings = 16;

/** People with one surname, from which on it alone means one of them, and nothing that is called after another. */
const manyBearers = 10;

/** What it counts that a name is the entity's own, or meant as a whole name of its; what else is a piece of one. */
const formLeads: Readonly<Partial<Record<AliasForm, number>>> = { name: ownNameLead * steps, alias: 2 * steps };

/** The candidates of a match that may be meant, by what is written there: a name stands in a document many times. */
class CandidatesAsWritten {
  readonly #input: SpottedInput;
  readonly #known = new Map<string, readonly SpanCandidate[]>();

  constructor(input: SpottedInput) {
    this.#input = input;
  }

  of(place: MatchPlace): readonly SpanCandidate[] {
    const known = this.#known.get(place.written);
    if (known !== undefined) return known;
    const { followed } = this.#input;
    const isSingle = place.span.to - place.span.from === 1;
    const isSmall = !isWrittenAsName(place.read, place.span);
    const meanings = place.matches.candidatesAt(place.index);
    const written = isSmall ? meanings.filter(({ entity, form }) => form === 'topic' && (!isSingle || followed?.has(entity) === true)) : meanings;
    const isSurname = isSingle && meanings.filter(({ form }) => form === 'part').length >= manyBearers;
    const candidates: SpanCandidate[] = [];
    for (const meaning of this.#likely(written, place.span.key)) {
      const candidate = this.#meant(meaning, place);
      if (candidate && !(isSurname && isPieceOfName(candidate.known, place.span.key))) candidates.push(candidate);
    }
    const meant = withoutOtherMiddles(candidates, place.span.key);
    this.#known.set(place.written, meant);
    return meant;
  }

  /** Without their facts being read, where it is known how they stand. */
  #likely(meanings: readonly MatchCandidate[], key: string): readonly MatchCandidate[] {
    if (meanings.length <= mostMeanings) return meanings;
    const { corrections, followed } = this.#input;
    const said = corrections?.get(key)?.is;
    const ranks = new Int16Array(meanings.length);
    for (let i = 0; i < ranks.length; i++) ranks[i] = this.#rank(meanings[i]);
    const least = ranks.toSorted()[meanings.length - mostMeanings] ?? 0;
    return meanings.filter(({ entity }, i) => (ranks[i] ?? 0) >= least || entity === said || followed?.has(entity) === true);
  }

  #rank(meaning: MatchCandidate | undefined): number {
    return meaning === undefined ? 0 : this.#standing(meaning.entity) + (formLeads[meaning.form] ?? 0);
  }

  #standing(entity: number): number {
    const { entities } = this.#input;
    const known = entities.standing?.(entity);
    if (known !== undefined) return known;
    const facts = entities.get(entity);
    if (facts === undefined) return 0;
    return standingOf(facts) + (facts.vouched ? ownNameLead * steps : 0);
  }

  #meant({ entity, form }: MatchCandidate, { span: { from, to }, read: { words } }: MatchPlace): SpanCandidate | undefined {
    const facts = this.#input.entities.get(entity);
    if (facts === undefined) return undefined;
    const known = knowEntity(facts);
    const isSingle = to - from === 1;
    // An everyday word stands in every other article, with a capital wherever a sentence opens.
    if (isSingle && known.kind === 'topic' && known.isLowerCase && this.#input.followed?.has(entity) !== true) return undefined;
    // A part of an organisation is its initials, which mean it only in capitals.
    if (form === 'part' && isSingle && words[from]?.shape !== 'caps' && known.acronyms.has(words[from]?.key ?? '')) return undefined;
    return { entity, form, known };
  }
}

/** Where somebody's own name is "George W. Bush", it is not George H. W., whom a pack may call so too. */
function withoutOtherMiddles(candidates: readonly SpanCandidate[], key: string): readonly SpanCandidate[] {
  if (candidates.length < 2 || !candidates.some(({ known }) => known.isPerson && known.own === key)) return candidates;
  return candidates.filter(({ known }) => !known.isPerson || known.own === key || !haveOtherMiddles(known.name, key));
}
