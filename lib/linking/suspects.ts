import type { DocumentReading } from './read-document';
import { featureIndex, silentClues, type Clues } from './feature-names';
import type { DocumentSpans } from './find-spans';
import { isAdjectiveOf, type KnownEntity } from './known-entity';
import type { NamePlace, Span, SpanCandidate } from './span';

/** A candidate with what its name says of it, wherever in the document it is written so. */
export interface Suspect extends SpanCandidate {
  readonly isOwn: boolean;
  readonly isInitials: boolean;
  /** The roles that stand before its full name in the document. */
  readonly calledBefore: ReadonlySet<string> | undefined;
  /** Where its name stands in full, in reading order. */
  readonly places: readonly NamePlace[];
  /** In the order of `featureNames`; zero where the place decides. */
  readonly clues: Clues;
}

interface Likeness extends SpanCandidate {
  readonly isOwn: boolean;
  isNear: boolean;
  echo: boolean;
  readonly isInitials: boolean;
  /** A longer name that no entity has ends in this word. */
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

/** The suspects of a document's spans, found once for all places that are written alike. */
export class DocumentSuspects {
  readonly #reading: DocumentReading;
  readonly #names: DocumentSpans;
  readonly #known = new Map<Span['candidates'], readonly Suspect[]>();

  constructor(reading: DocumentReading, names: DocumentSpans) {
    this.#reading = reading;
    this.#names = names;
  }

  of(span: Span): readonly Suspect[] {
    const known = this.#known.get(span.candidates);
    if (known !== undefined) return known;
    const suspects = this.#suspects(span);
    this.#known.set(span.candidates, suspects);
    return suspects;
  }

  #suspects(span: Span): Suspect[] {
    const alike: Likeness[] = [];
    for (const candidate of span.candidates) alike.push(this.#likeness(span, candidate));
    if (alike.some(({ isOwn, known }) => isOwn && !known.isUndocumented)) {
      // "CNN" is CNN, even where "CNN Films" stands in full. Only a surname outweighs whoever is called just so.
      for (const one of alike) if (one.echo && !one.known.hasSurname(span.key) && !one.isOwn && !one.isNear) one.echo = false;
    }
    // "New York Times" is the paper, and not the company that would be called so but for "Company".
    const isOrganisation = alike.some(({ isOwn, known }) => isOwn && known.kind === 'organisation');
    for (const one of alike) if (isOrganisation && one.known.kind === 'organisation' && one.known.bare === span.key) one.isNear = false;
    const rivals = rivalsOf(span, alike);
    const suspects: Suspect[] = [];
    for (const one of alike) {
      const clues = silentClues();
      this.#addNameClues(clues, { span, one, rivals });
      this.#addOwnWordClues(clues, span, one);
      const { entity, form, known, isOwn, isInitials } = one;
      suspects.push({ entity, form, known, isOwn, isInitials, calledBefore: this.#names.called.get(entity), places: this.#names.inFull.get(entity) ?? nowhere, clues });
    }
    return suspects;
  }

  #likeness(span: Span, { entity, form, known }: SpanCandidate): Likeness {
    const words = this.#reading.blocks[span.block]?.words ?? [];
    const isOwn = known.own === span.key || known.ownWithoutArticle === span.key || known.isVouched(span.key);
    const echo = this.#names.inFull.has(entity) && known.echoes.has(span.key);
    return {
      entity,
      form,
      known,
      isOwn,
      isNear: !isOwn && (isNearOwnName(span.key, known) || isOtherScript(span.key, known.own)),
      echo,
      isInitials: isSingle(span) && words[span.from]?.shape === 'caps' && known.hasInitials(span.key),
      claimed: isSingle(span) && !echo && this.#names.claimed.has(span.key),
    };
  }

  #addNameClues(clues: Clues, { span, one, rivals }: { span: Span; one: Likeness; rivals: Rivals }): void {
    const { form, known, isOwn, isNear, echo, isInitials, claimed } = one;
    const isSurnameEcho = echo && known.hasSurname(span.key);
    clues[featureIndex.ownName] = isOwn ? 1 : 0;
    clues[featureIndex.ownLead] = isOwn && known.popularity === rivals.mostOwn ? 1 : 0;
    clues[featureIndex.nearOwn] = isNear ? 1 : 0;
    clues[featureIndex.undocumented] = known.isUndocumented ? 1 : 0;
    clues[featureIndex.obscure] = known.isUndocumented ? known.popularity : 0;
    clues[featureIndex.popularityLead] = known.popularity - (echo ? rivals.mostEcho : rivals.most);
    clues[featureIndex.echo] = isSurnameEcho ? 1 : 0;
    clues[featureIndex.echoPart] = echo && !isSurnameEcho ? 1 : 0;
    clues[featureIndex.echoRival] = rivals.echo && !echo ? 1 : 0;
    clues[featureIndex.bareSurname] = form === 'part' && !echo ? 1 : 0;
    clues[featureIndex.barePart] = isSingle(span) && !isOwn && !echo && known.isPerson ? 1 : 0;
    clues[featureIndex.claimed] = claimed ? 1 : 0;
    clues[featureIndex.people] = rivals.peopleOf && !known.isPlace && (isOwn || known.own.endsWith(' people')) ? 1 : 0;
    clues[featureIndex.initials] = isInitials ? 1 : 0;
    clues[featureIndex.teamInSports] = this.#reading.sports > 0 && known.isTeam ? this.#reading.sports : 0;
    clues[featureIndex.placeInSports] = known.isPlace ? this.#reading.sports : 0;
  }

  #addOwnWordClues(clues: Clues, span: Span, { known, isOwn, isNear, echo, isInitials }: Likeness): void {
    clues[featureIndex.described] = Math.min(3, known.described.filter((word) => this.#isWritten(word)).length);
    if (isOwn) return;
    const isAdjective = isAdjectiveOf(span.key, known);
    const names = span.key.split(' ');
    const rest = known.ownWords.filter((word) => word.length > 1 && !names.includes(word));
    const present = echo ? rest.length : rest.filter((word) => this.#isWritten(word)).length;
    if (rest.length < known.ownWords.length) clues[featureIndex.ownWords] = present / Math.max(1, rest.length);
    else if (known.kind !== 'topic' && !isNear && !isInitials && !isAdjective && !known.hasVouchedWord(names)) clues[featureIndex.strange] = 1;
    if (!echo && !isNear && !isInitials && !isAdjective) clues[featureIndex.ownWordsMissing] = Math.min(2, rest.length - present);
  }

  #isWritten(word: string): boolean {
    return this.#reading.lower.has(word) || this.#reading.capital.has(word);
  }
}

/** Whether one is in Latin letters and the other is not: the own name in another script shares no word with it. */
function isOtherScript(one: string, other: string): boolean {
  return one.charCodeAt(0) > lastLatin !== other.charCodeAt(0) > lastLatin;
}

const lastLatin = 0x24f;

const nowhere: readonly NamePlace[] = [];

function rivalsOf({ key }: Span, alike: readonly Likeness[]): Rivals {
  let most = -Infinity;
  let mostOwn = -Infinity;
  let mostEcho = -Infinity;
  for (const { known, isOwn, echo } of alike) {
    most = Math.max(most, known.popularity);
    if (isOwn) mostOwn = Math.max(mostOwn, known.popularity);
    if (echo) mostEcho = Math.max(mostEcho, known.popularity);
  }
  return {
    most,
    mostOwn,
    mostEcho,
    echo: alike.some(({ echo }) => echo),
    peopleOf: key.endsWith('s') && alike.some(({ known }) => known.isPlace && known.own !== key && known.stems.has(key.slice(0, 3))),
  };
}

function isSingle({ from, to }: Span): boolean {
  return to - from === 1;
}

/** The own name but for what news leaves out, or a plural: "Conservatives", "Americans"; not "Americas" for America. */
function isNearOwnName(key: string, { allNear, isPlace }: KnownEntity): boolean {
  return allNear.some((near) => near === key || key === `us ${near}` || (!isPlace && (near === `${key}s` || key === `${near}s`)));
}
