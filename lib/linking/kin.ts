import type { KnownEntity } from './known-entity';
import type { Span } from './span';

/** Entities that a document most likely mentions, with the chance of each. */
export type Company = ReadonlyMap<number, number>;

const alone = [0];

/** A word that more of them share says no more. */
const mostShared = 2;
/** A description of a word or two is shared by chance. */
const fewestWords = 2;

/**
 * Who of those that go by a name is akin to whom else the document names: "Georgia" beside Azerbaijan and Turkey is the
 * "country in Eastern Europe", not the state. It only tells rivals apart; that a word is a name at all it cannot say.
 */
export class Kinship {
  /** Who has a word in name or description. */
  readonly #having = new Map<string, Map<number, number>>();
  readonly #known = new Map<Span['candidates'], readonly number[]>();

  /** @param all spans of the document, whose candidates hold the company */
  constructor(all: Iterable<{ readonly span: Span }>, company: Company) {
    const added = new Set<number>();
    for (const { span } of all) {
      for (const { entity, known } of span.candidates) {
        const chance = company.get(entity);
        if (chance === undefined || added.has(entity)) continue;
        added.add(entity);
        for (const word of known.subjects) this.#having.set(word, (this.#having.get(word) ?? new Map<number, number>()).set(entity, chance));
      }
    }
  }

  /** For each candidate of a span how much less akin it is than the most akin of them: from -2 to 0. */
  of(span: Span): readonly number[] {
    if (span.candidates.length < 2) return alone;
    const known = this.#known.get(span.candidates);
    if (known !== undefined) return known;
    const names = span.key.split(' ');
    const rivals = new Set(span.candidates.map(({ entity }) => entity));
    const leads: number[] = [];
    for (const { known: one } of span.candidates) leads.push(this.#share(one, names, rivals));
    const most = Math.max(...leads);
    for (let i = 0; i < leads.length; i++) leads[i] = (leads[i] ?? 0) - most;
    this.#known.set(span.candidates, leads);
    return leads;
  }

  #share({ subjects }: KnownEntity, names: readonly string[], rivals: ReadonlySet<number>): number {
    let sum = 0;
    let words = 0;
    for (const word of subjects) {
      if (names.includes(word)) continue;
      words += 1;
      let shared = 0;
      for (const [other, chance] of this.#having.get(word) ?? []) if (!rivals.has(other)) shared += chance;
      sum += Math.min(mostShared, shared);
    }
    return sum / Math.max(fewestWords, words);
  }
}
