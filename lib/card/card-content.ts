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
}

export interface CardList {
  readonly items: readonly CardItem[];
  /** How many there are in all; at least the number of items. */
  readonly total: number;
}

/** What the card shows below its head. Each member has a design of its own; `asking` keeps the place of what comes. */
export type CardContent =
  | { readonly state: 'asking'; readonly token: number }
  | { readonly state: 'ready'; readonly before: CardList; readonly since: CardList }
  | { readonly state: 'empty' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** What the background answers; the protocol's `show-coverage` reply can be passed as it is. */
export type CoverageAnswer =
  | { readonly state: 'ready'; readonly before: CardList; readonly since: CardList }
  | { readonly state: 'failed'; readonly failure: Failure };

export function contentFrom(answer: CoverageAnswer): CardContent {
  if (answer.state === 'failed') return answer;
  const { before, since } = answer;
  return before.items.length + since.items.length === 0 ? { state: 'empty' } : { state: 'ready', before, since };
}
