import type { Matches } from '../gazetteer/match';
import { nameSuffixes } from '../text/person-words';
import type { Word } from '../text/read-words';
import type { CandidateFacts } from './candidate-facts';
import type { NameCorrections } from './corrections';
import { Echoes, withEchoes } from './echoes';
import { explainedAcronyms } from './explained';
import { withoutSeniors } from './juniors';
import { knowEntity, type KnownEntity } from './known-entity';
import { likelyCandidates, theLikeliest, type SettledNames } from './likely-candidates';
import { common, neverNames, roles } from './name-words';
import { withoutOddInitials } from './odd-initials';
import type { BlockReading, DocumentReading } from './read-document';
import { rolesBefore } from './roles-before';
import { shownPlaces, withoutNamesakesOf } from './shown-places';
import { isCapital, spanWith, type NamePlace, type Span, type SpanCandidate } from './span';
import { spottedSpans } from './spotted-spans';
import { withoutLeft } from './strangers-before';
import { withoutStrangers } from './strangers';
import { withoutTitles } from './titles';

export interface DocumentSpans extends SettledNames {
  readonly spans: readonly Span[];
}

export interface SpanInput {
  readonly reading: DocumentReading;
  readonly matches: readonly Matches[];
  readonly entities: CandidateFacts;
  readonly followed?: ReadonlySet<number>;
  readonly corrections?: NameCorrections;
}

/** The places worth judging: what the gazetteer spotted with the right case, and echoes of names in full. */
export function findSpans(input: SpanInput): DocumentSpans {
  const spotted = spottedSpans(input);
  const { inFull, called, echoes } = namesInFull(input, spotted);
  const places = shownPlaces(input.reading);
  const names = { inFull, called, claimed: claimedWords(input.reading, spotted), explained: explainedAcronyms(input.reading) };
  const likely = new Map<readonly SpanCandidate[], readonly SpanCandidate[]>();
  const spans: Span[] = [];
  for (const span of withEchoes(input.reading, spotted, echoes)) {
    const anywhere = likely.get(span.candidates) ?? likelyOf(span, input, names);
    likely.set(span.candidates, anywhere);
    const isSettled = input.corrections?.get(span.key)?.is !== undefined;
    const candidates = isSettled ? anywhere : hereOf(anywhere, span, { input, block: input.reading.blocks[span.block], names, places });
    if (candidates.length > 0) spans.push(spanWith(span, candidates));
  }
  return { spans, ...names };
}

/** What stands around a name, and before it in its paragraph, may say that it is not whom the rest of the document names so. */
function hereOf(candidates: readonly SpanCandidate[], span: Span, { input, block, names, places }: Here): readonly SpanCandidate[] {
  if (block === undefined) return candidates;
  const meant = withoutTitles(candidates, span, { block, reading: input.reading, followed: input.followed });
  const people = withoutNamesakesOf(places, withoutSeniors(meant, block, span), { block, span });
  return withoutStrangers(withoutLeft(people, span, { block, names }), block, span);
}

interface Here {
  readonly input: SpanInput;
  readonly block: BlockReading | undefined;
  readonly names: SettledNames;
  readonly places: ReadonlySet<string>;
}

function likelyOf(span: Span, { corrections, reading }: SpanInput, names: SettledNames): readonly SpanCandidate[] {
  const { candidates, key } = span;
  // Whom the reader said it is stays a candidate, whatever the document says.
  if (corrections?.get(key)?.is !== undefined) return theLikeliest(candidates, key, names);
  return likelyCandidates(withoutOddInitials(candidates, span, { reading, inFull: names.inFull }), key, names);
}

interface NamesInFull extends Pick<SettledNames, 'inFull' | 'called'> {
  readonly echoes: Echoes;
}

/** Entities that are named in full, what they are called there, and what else their names call to mind. */
function namesInFull({ corrections, entities, reading }: SpanInput, spotted: readonly Span[]): NamesInFull {
  const inFull = new Map<number, NamePlace[]>();
  const called = new Map<number, Set<string>>();
  const echoes = new Echoes();
  for (const span of spotted) {
    if (span.to - span.from < 2) continue;
    const [role] = rolesBefore(reading.blocks[span.block]?.words ?? [], span);
    const said = corrections?.get(span.key);
    for (const { entity, form, known } of span.candidates) {
      if ((form !== 'name' && form !== 'alias') || !isInFull(span, known)) continue;
      if (said?.not.has(entity) === true || (said?.is !== undefined && said.is !== entity)) continue;
      if (role !== undefined) called.set(entity, (called.get(entity) ?? new Set()).add(role));
      const places = inFull.get(entity);
      if (places) places.push(span);
      else inFull.set(entity, [span]);
      if (!places) for (const key of known.echoes) echoes.add(key, entity, known);
    }
  }
  for (const [key, { is }] of corrections ?? []) {
    const facts = is === undefined ? undefined : entities.get(is);
    if (is === undefined || facts === undefined) continue;
    const known = knowEntity(facts);
    echoes.add(key, is, known);
    const places = spotted.filter((span) => span.key === key && span.to - span.from > 1);
    if (places.length === 0) continue;
    for (const echo of known.echoes) echoes.add(echo, is, known);
    inFull.set(is, [...(inFull.get(is) ?? []), ...places].sort((a, b) => a.block - b.block || a.from - b.from));
  }
  return { inFull, called, echoes };
}

/** The name itself, or for a person its first and last words. "Los Angeles" does not name the Lakers in full. */
function isInFull({ key }: Span, known: KnownEntity): boolean {
  if (key === known.own || (known.isPerson && key.slice(key.lastIndexOf(' ') + 1) === known.ownWords.at(-1))) return true;
  return key === known.bare || known.isVouched(key);
}

/** Runs of capitalised words that are nobody's name, by their last and first words. */
function claimedWords(reading: DocumentReading, spotted: readonly Span[]): Map<string, NamePlace[]> {
  const claimed = new Map<string, NamePlace[]>();
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
      const surname = to - i >= 2 && to - i <= 4 ? surnameIn(words.slice(i, to)) : undefined;
      const places = surname === undefined ? undefined : claimed.get(surname);
      if (places) places.push({ block, from: i });
      else if (surname !== undefined) claimed.set(surname, [{ block, from: i }]);
      i = Math.max(to, i + 1);
    }
  }
  return claimed;
}

/** The last of two words or more, without a "Jr.", which is nobody's name. */
function surnameIn(words: readonly Word[]): string | undefined {
  const own = words.filter(({ key }) => !nameSuffixes.has(key));
  return own.length > 1 ? own.at(-1)?.key : undefined;
}

function isNameWord(word: Word | undefined): boolean {
  return isCapital(word) && !roles.has(word.key) && !neverNames.has(word.key) && !(word.opens && common.has(word.key));
}
