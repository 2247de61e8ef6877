/** In how many articles each term stands, kept as articles come and go. */
export interface TermStatistics {
  readonly articles: number;
  /** 0 for terms never seen. */
  articlesWith(term: string): number;
}

export class TermCounts implements TermStatistics {
  readonly #counts = new Map<string, number>();
  #articles = 0;

  get articles(): number {
    return this.#articles;
  }

  articlesWith(term: string): number {
    return this.#counts.get(term) ?? 0;
  }

  add(terms: Iterable<string>): void {
    this.#articles++;
    for (const term of terms) this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1);
  }

  remove(terms: Iterable<string>): void {
    this.#articles--;
    for (const term of terms) {
      const count = (this.#counts.get(term) ?? 0) - 1;
      if (count > 0) this.#counts.set(term, count);
      else this.#counts.delete(term);
    }
  }
}
