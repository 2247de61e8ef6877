import { TermTable } from './term-table';
import { keptUses, packSketch, sketch, unpackSketch, type Sketch } from './story-sketch';
import { StoryIndex, type Story } from './story-index';
import { termUses, type ArticleText } from './term-vector';

/** How alike an article and a story, and two stories, must be to be one. Chosen on topics 1 to 20 of ECB+. */
const thresholds = { join: 0.33, merge: 0.55 };
/** A story that has not been reported for so long is over: what resembles it then is another event of its kind. */
const storyEndsDays = 30;
/** All are looked at again when there are half as many more, as long as rarities still change much with that. */
const tidy = { first: 64, growth: 1.5, last: 1_200 };
/** Articles of open stories that are remembered: without dates, or with very many, the oldest are let go. */
const mostOpen = 20_000;
const closingEvery = 128;
const dayMs = 86_400_000;

interface Member {
  readonly id: string;
  readonly uses: Sketch;
  readonly time: number | undefined;
  sketch: Sketch;
  story: Story;
}

/** A story as it is kept. */
export interface KeptStory {
  readonly number: number;
  /** Milliseconds; the wrong way round where no article has a date. */
  readonly from: number;
  readonly to: number;
  readonly articles: number;
  readonly digest: Uint8Array;
}

/** What has changed since it was last asked. */
export interface StoryChanges {
  /** Articles with the story that they belong to now. */
  readonly articles: ReadonlyMap<string, number>;
  readonly stories: readonly KeptStory[];
  /** Stories that turned out to be another, with that one. */
  readonly merged: ReadonlyMap<number, number>;
}

/** What a story became, however often it was merged. */
export function finalStory(story: number, merged: ReadonlyMap<number, number>): number {
  let final = story;
  for (let into = merged.get(final); into !== undefined; into = merged.get(final)) final = into;
  return final;
}

/**
 * Articles of several outlets about one event, found as they come: each article joins the story whose middle it is
 * most like, or begins one. Words' rarities are learned on the way, so early decisions are looked at again. Stories
 * that are over are let go, so that memory is bounded by what is reported within two months.
 */
export class Stories {
  readonly #table: TermTable;
  readonly #members = new Map<string, Member>();
  readonly #index = new StoryIndex();
  readonly #limits: typeof thresholds;
  #changedArticles = new Map<string, number>();
  #changedStories = new Set<Story>();
  #merged = new Map<number, number>();
  #next: number;
  #tidyAt = tidy.first;
  #newest = -Infinity;
  #added = 0;
  /** Articles that came since all were looked at. */
  #unsettled = 0;

  constructor({ limits = thresholds, table = new TermTable(), next = 0 }: { readonly limits?: typeof thresholds; readonly table?: TermTable; readonly next?: number } = {}) {
    this.#limits = limits;
    this.#table = table;
    this.#next = next;
    if (table.articles > tidy.last) this.#tidyAt = Infinity;
  }

  /** A story of an earlier run. Its articles stay with it unless the whole becomes another story. */
  restore({ number, from, to, articles, digest }: KeptStory): void {
    this.#index.add({ number, from, to, articles, members: new Set(), sum: unpackSketch(digest), square: 0 });
    this.#next = Math.max(this.#next, number + 1);
    this.#newest = Math.max(this.#newest, to);
  }

  /** The number of the article's story. Those of others may have changed when this was a moment to look again. */
  add(id: string, article: ArticleText, published?: string): number {
    const uses = termUses(article);
    this.#table.add(uses.keys());
    const kept = keptUses(uses, this.#table);
    const time = published === undefined ? undefined : Date.parse(published);
    this.#newest = Math.max(this.#newest, time ?? -Infinity);
    const vector = sketch(kept, this.#table);
    const story = this.#closest(vector, time) ?? this.#begin();
    const member: Member = { id, uses: kept, sketch: vector, time, story };
    this.#members.set(id, member);
    this.#put(member, story);
    this.#unsettled++;
    if (this.#members.size >= this.#tidyAt) {
      this.#tidyAt = this.#members.size >= tidy.last ? Infinity : Math.ceil(this.#members.size * tidy.growth);
      this.tidy();
    } else if (this.#tidyAt === Infinity && story.articles > 1 && Number.isInteger(Math.log2(story.articles))) {
      // A story says more of itself with every doubling; to look each time would take longer than to add.
      this.#mergeAlike(new Set([story]));
    }
    if (++this.#added % closingEvery === 0) this.#close();
    return member.story.number;
  }

  /** Forgets an article, and what its words say of its story: it was found not to belong there. */
  leave(id: string): void {
    const member = this.#members.get(id);
    if (!member) return;
    this.#members.delete(id);
    this.#take(member, member.story);
    if (member.story.articles === 0) this.#index.remove(member.story);
  }

  /** Undefined once the story is over and let go. */
  storyOf(id: string): number | undefined {
    return this.#members.get(id)?.story.number;
  }

  /** How many articles are remembered. */
  get open(): number {
    return this.#members.size;
  }

  takeChanges(): StoryChanges {
    const stories = [...this.#changedStories].filter(({ articles }) => articles > 0).map(({ number, from, to, articles, sum }) => ({ number, from, to, articles, digest: packSketch(sum) }));
    const changes = { articles: this.#changedArticles, stories, merged: this.#merged };
    this.#changedArticles = new Map();
    this.#changedStories = new Set();
    this.#merged = new Map();
    return changes;
  }

  /**
   * For when nothing more comes for now: the last that came are looked at again as the first were. Of a handful of articles,
   * rarities tell too little for that.
   */
  settle(): void {
    if (this.#tidyAt !== Infinity && this.#unsettled > 0 && this.#members.size >= tidy.first) this.tidy();
  }

  /** Looks again at all remembered articles, with the rarities known by now. */
  tidy(): void {
    this.#unsettled = 0;
    const open = [...this.#members.values()];
    for (const member of open) {
      this.#index.weigh(member.sketch, member.story, -1);
      member.sketch = sketch(member.uses, this.#table);
      this.#index.weigh(member.sketch, member.story, 1);
    }
    for (const member of open) this.#move(member);
    this.#mergeAlike(new Set(open.map(({ story }) => story)));
  }

  #move(member: Member): void {
    const before = member.story;
    this.#take(member, before);
    const story = this.#closest(member.sketch, member.time) ?? (before.articles === 0 ? before : this.#begin());
    if (before.articles === 0 && story !== before) this.#index.remove(before);
    member.story = story;
    this.#put(member, story);
  }

  #mergeAlike(open: ReadonlySet<Story>): void {
    for (const story of [...open].sort((one, other) => other.number - one.number)) {
      const length = Math.sqrt(story.square);
      const direction = { terms: Uint32Array.from(story.sum.keys()), weights: Float32Array.from(story.sum.values(), (weight) => weight / length) };
      const into = this.#index
        .likenesses(direction)
        .filter(({ story: other, likeness }) => other.number < story.number && likeness > this.#limits.merge && isSameTime(other, story))
        .reduce<{ readonly story: Story; readonly likeness: number } | undefined>((best, each) => (best && best.likeness >= each.likeness ? best : each), undefined)?.story;
      if (into) this.#merge(story, into);
    }
  }

  #merge(story: Story, into: Story): void {
    const apart = story.articles - story.members.size;
    for (const member of [...story.members] as Member[]) {
      this.#take(member, story);
      member.story = into;
      this.#put(member, into);
    }
    // What is left is of articles that are no longer remembered one by one.
    if (apart > 0) {
      this.#index.weigh({ terms: Uint32Array.from(story.sum.keys()), weights: Float32Array.from(story.sum.values()) }, into, 1);
      into.articles += apart;
      into.from = Math.min(into.from, story.from);
      into.to = Math.max(into.to, story.to);
    }
    this.#merged.set(story.number, into.number);
    this.#changedStories.delete(story);
    this.#changedStories.add(into);
    this.#index.remove(story);
  }

  #closest(vector: Sketch, time: number | undefined): Story | undefined {
    let closest: Story | undefined;
    let most = this.#limits.join;
    for (const { story, likeness } of this.#index.likenesses(vector)) {
      if (likeness <= most || !isSameTime(story, { from: time ?? Infinity, to: time ?? -Infinity })) continue;
      most = likeness;
      closest = story;
    }
    return closest;
  }

  #begin(): Story {
    return this.#index.add({ number: this.#next++, members: new Set(), articles: 0, sum: new Map(), square: 0, from: Infinity, to: -Infinity });
  }

  #put(member: Member, story: Story): void {
    story.members.add(member);
    story.articles++;
    story.from = Math.min(story.from, member.time ?? Infinity);
    story.to = Math.max(story.to, member.time ?? -Infinity);
    this.#index.weigh(member.sketch, story, 1);
    this.#changedArticles.set(member.id, story.number);
    this.#changedStories.add(story);
  }

  #take(member: Member, story: Story): void {
    story.members.delete(member);
    story.articles--;
    this.#index.weigh(member.sketch, story, -1);
    this.#changedStories.add(story);
  }

  /** Lets go of the stories that are over, and of the oldest where too many are open. */
  #close(): void {
    const end = this.#newest - 2 * storyEndsDays * dayMs;
    for (const story of this.#index.all()) if (story.to !== -Infinity && story.to < end) this.#forget(story);
    if (this.#members.size <= mostOpen) return;
    for (const { story } of this.#members.values()) {
      if (this.#members.size <= mostOpen * 0.9) break;
      this.#forget(story);
    }
  }

  #forget(story: Story): void {
    for (const member of story.members as Set<Member>) this.#members.delete(member.id);
    this.#index.remove(story);
  }
}

/** Whatever has no date may belong to any time. */
function isSameTime(one: { readonly from: number; readonly to: number }, other: { readonly from: number; readonly to: number }): boolean {
  const ends = storyEndsDays * dayMs;
  return one.from > one.to || other.from > other.to || (one.from - other.to < ends && other.from - one.to < ends);
}
