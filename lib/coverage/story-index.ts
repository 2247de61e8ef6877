import type { Sketch } from './story-sketch';

export interface Story {
  /** Given in order of appearance; the lower one stays when two stories turn out to be one. */
  readonly number: number;
  /** Those of its articles that are remembered one by one. */
  readonly members: Set<unknown>;
  articles: number;
  /**
   * Sum of the articles' sketches by hash of term, and the square of its length. Both are kept, and weights in 32 bits, so they
   * have no more in memory: otherwise what is found would depend on when it was read back.
   */
  readonly sum: Map<number, number>;
  square: number;
  /** Of all articles with a date: from the earliest to the latest, in milliseconds. */
  from: number;
  to: number;
  /** What it shares with the article that was compared last, and which that was. The index's own: it has it for all stories at hand. */
  shared?: number;
  askedLast?: number;
}

interface Lead {
  readonly term: number;
  readonly weight: number;
  readonly stories: ReadonlySet<Story>;
}

/** How many stories an article's words may lead to, and how many of these are compared in full. */
const mostVisits = 600;
const mostCompared = 12;
/** What is left where all was taken away again. */
const leastWeight = 1e-5;
/** A story of very many articles is told by so many terms; beyond the first number it is cut to the second. */
const mostTerms = 480;
const keptTerms = 320;

/** Open stories, and which of them use a term. */
export class StoryIndex {
  readonly #stories = new Set<Story>();
  readonly #storiesWith = new Map<number, Set<Story>>();
  /** How many articles were compared: what stories shared with an earlier one says nothing. */
  #asked = 0;

  all(): Iterable<Story> {
    return [...this.#stories];
  }

  add(story: Story): Story {
    this.#stories.add(story);
    for (const term of story.sum.keys()) this.#note(term, story);
    return story;
  }

  remove(story: Story): void {
    this.#stories.delete(story);
    for (const term of story.sum.keys()) this.#leave(term, story);
  }

  weigh({ terms, weights }: Sketch, story: Story, sign: 1 | -1): void {
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0;
      const before = story.sum.get(term) ?? 0;
      // It was cut, as one of the least of a large story.
      if (before === 0 && sign === -1) continue;
      const after = Math.fround(before + sign * (weights[at] ?? 0));
      if (after > leastWeight) {
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
    const leads: Lead[] = [];
    for (let at = 0; at < terms.length; at++) {
      const stories = this.#storiesWith.get(terms[at] ?? 0);
      if (stories) leads.push({ term: terms[at] ?? 0, weight: weights[at] ?? 0, stories });
    }
    leads.sort((one, other) => one.stories.size - other.stories.size);
    const asked = ++this.#asked;
    const found: Story[] = [];
    let visits = 0;
    for (const { term, weight, stories } of leads) {
      visits += stories.size;
      if (visits > mostVisits && found.length > 0) break;
      for (const story of stories) {
        if (story.askedLast !== asked) {
          story.askedLast = asked;
          story.shared = 0;
          found.push(story);
        }
        story.shared = (story.shared ?? 0) + weight * (story.sum.get(term) ?? 0);
      }
    }
    return mostSharing(found).map((story) => ({ story, likeness: story.square > 0 ? dot(terms, weights, story.sum) / Math.sqrt(story.square) : 0 }));
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

/** Of two that share as much the older one first: in what order they are in memory depends on when they were read. */
function mostSharing(found: readonly Story[]): Story[] {
  const most: Story[] = [];
  for (const story of found) {
    if (most.length === mostCompared && !isBefore(story, most[mostCompared - 1])) continue;
    let at = Math.min(most.length, mostCompared - 1);
    for (; at > 0 && isBefore(story, most[at - 1]); at--) most[at] = most[at - 1] ?? story;
    most[at] = story;
  }
  return most;
}

function isBefore(one: Story, other: Story | undefined): boolean {
  if (!other) return true;
  const more = (one.shared ?? 0) - (other.shared ?? 0);
  return more > 0 || (more === 0 && one.number < other.number);
}

function dot(terms: Uint32Array, weights: Float32Array, sum: ReadonlyMap<number, number>): number {
  let product = 0;
  for (let at = 0; at < terms.length; at++) product += (weights[at] ?? 0) * (sum.get(terms[at] ?? 0) ?? 0);
  return product;
}
