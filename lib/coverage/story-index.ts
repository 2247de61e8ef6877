import type { Sketch } from './story-sketch';

export interface Story {
  /** Given in order of appearance; the lower one stays when two stories turn out to be one. */
  readonly number: number;
  /** Those of its articles that are remembered one by one. */
  readonly members: Set<unknown>;
  articles: number;
  /** Sum of the articles' sketches by hash of term, and the square of its length. */
  readonly sum: Map<number, number>;
  square: number;
  /** Of all articles with a date: from the earliest to the latest, in milliseconds. */
  from: number;
  to: number;
}

/** How many stories an article's words may lead to, and how many of these are compared in full. */
const mostVisits = 600;
const mostCompared = 12;
/** A story of very many articles is told by so many terms; beyond the first number it is cut to the second. */
const mostTerms = 480;
const keptTerms = 320;

/** Open stories, and which of them use a term. */
export class StoryIndex {
  readonly #stories = new Set<Story>();
  readonly #storiesWith = new Map<number, Set<Story>>();

  all(): Iterable<Story> {
    return [...this.#stories];
  }

  add(story: Story): Story {
    this.#stories.add(story);
    for (const [term, weight] of story.sum) {
      story.square += weight * weight;
      this.#note(term, story);
    }
    return story;
  }

  remove(story: Story): void {
    this.#stories.delete(story);
    for (const term of story.sum.keys()) this.#leave(term, story);
  }

  weigh({ terms, weights }: Sketch, story: Story, sign: 1 | -1): void {
    for (const [at, term] of terms.entries()) {
      const before = story.sum.get(term) ?? 0;
      // It was cut, as one of the least of a large story.
      if (before === 0 && sign === -1) continue;
      const after = before + sign * (weights[at] ?? 0);
      if (after > 1e-6) {
        story.square += after * after - before * before;
        story.sum.set(term, after);
        this.#note(term, story);
      } else {
        story.square -= before * before;
        story.sum.delete(term);
        this.#leave(term, story);
      }
    }
    if (story.sum.size > mostTerms) this.#cut(story);
  }

  /**
   * Cosines with the middles of the stories that share most of the article's rare words. Common words are not followed
   * to the hundreds of stories that use them, which bounds the work however many stories there are.
   */
  likenesses({ terms, weights }: Sketch): { readonly story: Story; readonly likeness: number }[] {
    const leads = Array.from(terms, (term, at) => ({ term, weight: weights[at] ?? 0, stories: this.#storiesWith.get(term) })).filter(({ stories }) => stories);
    leads.sort((one, other) => (one.stories?.size ?? 0) - (other.stories?.size ?? 0));
    const shared = new Map<Story, number>();
    let visits = 0;
    for (const { term, weight, stories = new Set<Story>() } of leads) {
      visits += stories.size;
      if (visits > mostVisits && shared.size > 0) break;
      for (const story of stories) shared.set(story, (shared.get(story) ?? 0) + weight * (story.sum.get(term) ?? 0));
    }
    return [...shared]
      .sort((one, other) => other[1] - one[1])
      .slice(0, mostCompared)
      .map(([story]) => ({ story, likeness: story.square > 0 ? dot(terms, weights, story.sum) / Math.sqrt(story.square) : 0 }));
  }

  #cut(story: Story): void {
    const least = [...story.sum].sort((one, other) => one[1] - other[1]).slice(0, story.sum.size - keptTerms);
    for (const [term, weight] of least) {
      story.square -= weight * weight;
      story.sum.delete(term);
      this.#leave(term, story);
    }
  }

  #note(term: number, story: Story): void {
    const stories = this.#storiesWith.get(term);
    if (stories) stories.add(story);
    else this.#storiesWith.set(term, new Set([story]));
  }

  #leave(term: number, story: Story): void {
    const stories = this.#storiesWith.get(term);
    stories?.delete(story);
    if (stories?.size === 0) this.#storiesWith.delete(term);
  }
}

function dot(terms: Uint32Array, weights: Float32Array, sum: ReadonlyMap<number, number>): number {
  let product = 0;
  for (const [at, term] of terms.entries()) product += (weights[at] ?? 0) * (sum.get(term) ?? 0);
  return product;
}
