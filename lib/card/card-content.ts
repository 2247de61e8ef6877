import type { EntityKind } from '../model/entity';
import type { Failure } from '../errors/failure';

/** Who or what a card is about. */
export interface CardSubject {
  readonly id: string;
  readonly name: string;
  readonly kind?: EntityKind;
  readonly description?: string;
}

export interface CardItem {
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  /** A moment, ISO 8601 in UTC. */
  readonly published?: string;
  /** One line: why this helps to understand the page. */
  readonly reason: string;
  /** Other outlets that reported the same. */
  readonly alsoIn?: readonly string[];
  /** It came since the reader last read about the subject. */
  readonly isNew?: boolean;
}

/** Something that the subject said, with where it stands. */
export interface CardQuote {
  readonly text: string;
  /** A moment, ISO 8601 in UTC: when it was said, else published. */
  readonly said?: string;
  readonly outlet: string;
  readonly url: string;
  readonly title: string;
}

/** A stretch of time, from one moment up to the next, with how many articles it has. */
export interface CardBar {
  readonly from: string;
  readonly to: string;
  readonly articles: number;
}

export interface CardTimeline {
  readonly step: 'month' | 'quarter' | 'year';
  readonly bars: readonly CardBar[];
}

/** What is known of a subject in the light of a page. */
export interface CardCoverage {
  readonly before: CardList;
  readonly since: CardList;
  readonly said?: { readonly items: readonly CardQuote[]; readonly total: number };
  readonly timeline?: CardTimeline;
  /** How many articles came since the reader last read about the subject. */
  readonly fresh?: number;
  readonly isFollowed?: boolean;
  /** When the page was published. */
  readonly published?: string;
}

export interface CardList {
  readonly items: readonly CardItem[];
  /** How many there are in all; at least the number of items. */
  readonly total: number;
}

/** What the card shows below its head. Each member has a design of its own; `asking` keeps the place of what comes. */
export type CardContent =
  | { readonly state: 'asking'; readonly token: number }
  | (CardCoverage & { readonly state: 'ready' })
  | { readonly state: 'empty' }
  /** The reader has looked up what nobody knows. */
  | { readonly state: 'unknown' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** What the background answers; the protocol's `show-coverage` reply can be passed as it is. */
export type CoverageAnswer =
  | (CardCoverage & { readonly state: 'ready' })
  | { readonly state: 'unknown' }
  | { readonly state: 'failed'; readonly failure: Failure };

export function contentFrom(answer: CoverageAnswer): CardContent {
  if (answer.state !== 'ready') return answer;
  const { before, since, said } = answer;
  return before.items.length + since.items.length + (said?.items.length ?? 0) === 0 ? { state: 'empty' } : answer;
}
