import { TermCounts } from './term-statistics';
import { similarity, sketchOf, termUses, termVector, type ArticleText, type TermUse, type TermVector } from './term-vector';

/** How alike an article and a story, and two stories, must be to be one. Chosen on topics 1 to 20 of ECB+. */
const thresholds = { join: 0.33, merge: 0.55 };
/** A story that has not been reported for so long is over: what resembles it then is another event of its kind. */
const storyEndsDays = 30;
/** Terms of an article that are compared. */
const sketchTerms = 80;
/** How many stories an article's words may lead to, and how many of these are compared in full. */
const mostVisits = 600;
const mostCompared = 12;
/** Looking again takes time with all articles, so it becomes rarer as they become more: linear in the long run. */
const tidyGrowth = 1.5;
const dayMs = 86_400_000;

interface Member {
  readonly id: string;
  readonly uses: ReadonlyMap<string, TermUse>;
  readonly time: number | undefined;
  vector: TermVector;
  story: Story;
}

interface Story {
  /** Given in order of appearance; the lower one stays when two stories turn out to be one. */
  readonly number: number;
  readonly members: Set<Member>;
  /** Sum of the members' vectors, and the square of its length. */
  readonly sum: Map<string, number>;
  square: number;
  /** Of all members with a date: from the earliest to the latest. */
  from: number;
  to: number;
}

/**
 * Articles of several outlets about one event, found as they come: each article joins the story whose middle it is
 * most like, or begins one. Words' rarities are learned on the way, so early decisions are looked at again whenever
 * the number of articles has grown by half: articles move to the story they are most like by then, and stories become one.
 */
export class Stories {
  readonly #counts = new TermCounts();
  readonly #members = new Map<string, Member>();
  readonly #stories = new Map<number, Story>();
  readonly #storiesWith = new Map<string, Set<Story>>();
  readonly #limits: typeof thresholds;
  #next = 0;
  #tidyAt = 64;
  #newest = -Infinity;

  constructor(limits = thresholds) {
    this.#limits = limits;
  }

  /** The number of the article's story. Those of others may have changed when this was a moment to look again. */
  add(id: string, article: ArticleText, published?: string): number {
    const uses = termUses(article);
    this.#counts.add(uses.keys());
    const vector = sketchOf(termVector(uses, this.#counts), sketchTerms);
    const time = published === undefined ? undefined : Date.parse(published);
    this.#newest = Math.max(this.#newest, time ?? -Infinity);
    const story = this.#closest(vector, time) ?? this.#begin();
    const member: Member = { id, uses, vector, time, story };
    this.#members.set(id, member);
    this.#put(member, story);
    if (this.#members.size >= this.#tidyAt) {
      this.#tidyAt = Math.ceil(this.#members.size * tidyGrowth);
      this.tidy();
    }
    return member.story.number;
  }

  storyOf(id: string): number | undefined {
    return this.#members.get(id)?.story.number;
  }

  /** Looks again at all articles of stories that are not over, with the rarities known by now. */
  tidy(): void {
    const open = [...this.#members.values()].filter(({ story }) => story.to === -Infinity || story.to > this.#newest - 2 * storyEndsDays * dayMs);
    for (const member of open) {
      this.#weigh(member.vector, member.story, -1);
      member.vector = sketchOf(termVector(member.uses, this.#counts), sketchTerms);
      this.#weigh(member.vector, member.story, 1);
    }
    for (const member of open) this.#move(member);
    this.#mergeAlike(new Set(open.map(({ story }) => story)));
  }

  #move(member: Member): void {
    const before = member.story;
    this.#take(member, before);
    const story = this.#closest(member.vector, member.time) ?? (before.members.size === 0 ? before : this.#begin());
    if (before.members.size === 0 && story !== before) this.#stories.delete(before.number);
    member.story = story;
    this.#put(member, story);
  }

  #mergeAlike(open: ReadonlySet<Story>): void {
    for (const story of [...open].sort((one, other) => other.number - one.number)) {
      const direction = new Map([...story.sum].map(([term, weight]) => [term, weight / Math.sqrt(story.square)]));
      const others = this.#likenesses(direction).filter(
        ({ story: other, likeness }) => other.number < story.number && likeness > this.#limits.merge && isSameTime(other, story),
      );
      const into = others.reduce<(typeof others)[number] | undefined>((best, each) => (best && best.likeness >= each.likeness ? best : each), undefined)?.story;
      if (!into) continue;
      for (const member of story.members) {
        this.#take(member, story);
        member.story = into;
        this.#put(member, into);
      }
      this.#stories.delete(story.number);
    }
  }

  #closest(vector: TermVector, time: number | undefined): Story | undefined {
    let closest: Story | undefined;
    let most = this.#limits.join;
    for (const { story, likeness } of this.#likenesses(vector)) {
      if (likeness <= most || !isSameTime(story, { from: time ?? Infinity, to: time ?? -Infinity })) continue;
      most = likeness;
      closest = story;
    }
    return closest;
  }

  /**
   * Cosines with the middles of the stories that share most of the article's rare words. Common words are not followed
   * to the hundreds of stories that use them, which bounds the work however many stories there are.
   */
  #likenesses(vector: TermVector): { readonly story: Story; readonly likeness: number }[] {
    const storiesByTerm = [...vector]
      .flatMap(([term, weight]) => {
        const stories = this.#storiesWith.get(term);
        return stories ? { term, weight, stories } : [];
      })
      .sort((one, other) => one.stories.size - other.stories.size);
    const shared = new Map<Story, number>();
    let visits = 0;
    for (const { term, weight, stories } of storiesByTerm) {
      visits += stories.size;
      if (visits > mostVisits && shared.size > 0) break;
      for (const story of stories) shared.set(story, (shared.get(story) ?? 0) + weight * (story.sum.get(term) ?? 0));
    }
    return [...shared]
      .sort((one, other) => other[1] - one[1])
      .slice(0, mostCompared)
      .map(([story]) => ({ story, likeness: story.square > 0 ? similarity(vector, story.sum) / Math.sqrt(story.square) : 0 }));
  }

  #begin(): Story {
    const story: Story = { number: this.#next++, members: new Set(), sum: new Map(), square: 0, from: Infinity, to: -Infinity };
    this.#stories.set(story.number, story);
    return story;
  }

  #put(member: Member, story: Story): void {
    story.members.add(member);
    story.from = Math.min(story.from, member.time ?? Infinity);
    story.to = Math.max(story.to, member.time ?? -Infinity);
    this.#weigh(member.vector, story, 1);
  }

  #take(member: Member, story: Story): void {
    story.members.delete(member);
    this.#weigh(member.vector, story, -1);
  }

  #weigh(vector: TermVector, story: Story, sign: 1 | -1): void {
    for (const [term, weight] of vector) {
      const before = story.sum.get(term) ?? 0;
      const after = before + sign * weight;
      story.square += after * after - before * before;
      if (after > 1e-9) {
        story.sum.set(term, after);
        const stories = this.#storiesWith.get(term);
        if (stories) stories.add(story);
        else this.#storiesWith.set(term, new Set([story]));
      } else {
        story.sum.delete(term);
        this.#storiesWith.get(term)?.delete(story);
      }
    }
  }
}

/** Whatever has no date may belong to any time. */
function isSameTime(one: { readonly from: number; readonly to: number }, other: { readonly from: number; readonly to: number }): boolean {
  const ends = storyEndsDays * dayMs;
  return one.from > one.to || other.from > other.to || (one.from - other.to < ends && other.from - one.to < ends);
}
