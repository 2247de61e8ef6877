import { likenessInStory } from './same-story';
import { TermCounts } from './term-statistics';
import { termUses, termVector, type ArticleText, type TermUse, type TermVector } from './term-vector';

export interface RankedArticle {
  readonly id: string;
  /** How much the two say the same; more for those of one story. */
  readonly score: number;
}

/**
 * Which articles say what an article says, among many. Rarities of words are those of all articles, so vectors are
 * made anew when the number of articles has grown by an eighth since; between, articles are found with the vectors
 * they have.
 */
export class ArticleIndex {
  readonly #counts = new TermCounts();
  readonly #uses = new Map<string, ReadonlyMap<string, TermUse>>();
  readonly #vectors = new Map<string, TermVector>();
  readonly #articlesWith = new Map<string, Map<string, number>>();
  #weighedAt = 0;

  add(id: string, article: ArticleText): void {
    const uses = termUses(article);
    this.#uses.set(id, uses);
    this.#counts.add(uses.keys());
    if (this.#uses.size <= this.#weighedAt * 1.125) this.#weigh(id, uses);
  }

  /** Best first, at most so many; the article itself is left out. Empty for an article that was not added. */
  relatedTo(id: string, { limit, storyOf = new Map<string, number>() }: { readonly limit: number; readonly storyOf?: ReadonlyMap<string, number> }): RankedArticle[] {
    if (this.#uses.size > this.#weighedAt * 1.125) this.#weighAll();
    const scores = new Map<string, number>();
    for (const [term, weight] of this.#vectors.get(id) ?? []) {
      for (const [other, otherWeight] of this.#articlesWith.get(term) ?? []) {
        scores.set(other, (scores.get(other) ?? 0) + weight * otherWeight);
      }
    }
    scores.delete(id);
    const story = storyOf.get(id);
    return [...scores]
      .map(([other, score]) => ({ id: other, score: likenessInStory(score, story !== undefined && storyOf.get(other) === story) }))
      .sort((one, other) => other.score - one.score)
      .slice(0, limit);
  }

  #weighAll(): void {
    this.#articlesWith.clear();
    this.#weighedAt = this.#uses.size;
    for (const [id, uses] of this.#uses) this.#weigh(id, uses);
  }

  #weigh(id: string, uses: ReadonlyMap<string, TermUse>): void {
    const vector = termVector(uses, this.#counts);
    this.#vectors.set(id, vector);
    for (const [term, weight] of vector) {
      const articles = this.#articlesWith.get(term);
      if (articles) articles.set(id, weight);
      else this.#articlesWith.set(term, new Map([[id, weight]]));
    }
  }
}
