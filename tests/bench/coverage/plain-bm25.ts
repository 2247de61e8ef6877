import { readTerms } from '../../../lib/coverage/terms';

/** BM25 as the textbook has it: a map from term to postings, all in memory. */
export class PlainBm25 {
  readonly #postings = new Map<string, { readonly document: number; readonly count: number }[]>();
  readonly #lengths: number[] = [];
  #length = 0;

  add(text: string): void {
    const counts = new Map<string, number>();
    for (const { term } of readTerms(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
    const document = this.#lengths.length;
    let length = 0;
    for (const [term, count] of counts) {
      length += count;
      const postings = this.#postings.get(term);
      if (postings) postings.push({ document, count });
      else this.#postings.set(term, [{ document, count }]);
    }
    this.#lengths.push(length);
    this.#length += length;
  }

  search(text: string, shown: number): number[] {
    const scores = new Map<number, number>();
    const mean = this.#length / this.#lengths.length;
    for (const term of new Set(readTerms(text).map((token) => token.term))) {
      const postings = this.#postings.get(term) ?? [];
      const rarity = Math.log(1 + (this.#lengths.length - postings.length + 0.5) / (postings.length + 0.5));
      for (const { document, count } of postings) {
        const often = (count * 2.2) / (count + 1.2 * (0.25 + (0.75 * (this.#lengths[document] ?? 0)) / mean));
        scores.set(document, (scores.get(document) ?? 0) + rarity * often);
      }
    }
    return [...scores].sort((one, other) => other[1] - one[1]).slice(0, shown).map(([document]) => document);
  }
}
