import { TermTable } from './term-table';
import { keptUses, packSketch, sketch, unpackSketch, type Sketch } from './story-sketch';
import { StoryIndex, type Story } from './story-index';
import type { StoryMemory } from './story-memory';
import { termUses, type ArticleText } from './term-vector';

/** How alike an article and a story, and two stories, must be to be one. Chosen on topics 1 to 20 of ECB+. */
const thresholds = { join: 0.33, merge: 0.55 };
/** A story that has not been reported for so long is over: what resembles it then is another event of its kind. */
const storyEndsDays = 30;
/** All are looked at again when half as many more have come, as long as rarities still change much with that. */
const tidyAt: readonly number[] = [64, 96, 144, 216, 324, 486, 729, 1_094, 1_641];
const [fewest = 0] = tidyAt;
const lastTidy = tidyAt.at(-1) ?? 0;
/** Articles of open stories: without dates, or with very many, the oldest stories are let go. */
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
  /** Of the length of what the digest holds; worked out where it was not kept. */
  readonly square?: number;
}

/** What has changed since it was last asked. */
export interface StoryChanges {
  /** Articles with the story that they belong to now. */
  readonly articles: ReadonlyMap<string, number>;
  readonly stories: readonly KeptStory[];
  /** Stories that turned out to be another, with that one. */
  readonly merged: ReadonlyMap<number, number>;
  /** From this number on, no story was there when it was last asked. */
  readonly firstNew: number;
}

const nothing = { next: 0, newest: -Infinity, since: -Infinity, firstOpen: 0, unsettled: 0 };

/** What a story became, however often it was merged. */
export function finalStory(story: number, merged: ReadonlyMap<number, number>): number {
  let final = story;
  for (let into = merged.get(final); into !== undefined; into = merged.get(final)) final = into;
  return final;
}

/**
 * Articles of several outlets about one event, found as they come: each article joins the story whose middle it is
 * most like, or begins one. Words' rarities are learned on the way, so early decisions are looked at again. Stories
 * that are over are let go, so that memory is bounded by what is reported within two months. What is decided depends on
 * nothing but what `takeChanges` and `memory` give: read back from that, the same is found as by going on.
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
  #firstNew: number;
  #newest: number;
  #since: number;
  #firstOpen: number;
  #unsettled: number;

  constructor({ limits = thresholds, table = new TermTable(), memory = nothing }: { readonly limits?: typeof thresholds; readonly table?: TermTable; readonly memory?: Omit<StoryMemory, 'members'> } = {}) {
    this.#limits = limits;
    this.#table = table;
    ({ next: this.#next, newest: this.#newest, since: this.#since, firstOpen: this.#firstOpen, unsettled: this.#unsettled } = memory);
    this.#firstNew = this.#next;
  }

  /** Goes on with what was kept of an earlier run. */
  static from(kept: readonly KeptStory[], { memory, table }: { readonly memory: StoryMemory; readonly table: TermTable }): Stories {
    const stories = new Stories({ table, memory });
    const byNumber = new Map(kept.map((each) => [each.number, stories.restore(each)]));
    for (const member of memory.members) {
      const story = byNumber.get(member.story);
      if (!story) continue;
      const known: Member = { ...member, story };
      stories.#members.set(member.id, known);
      story.members.add(known);
    }
    return stories;
  }

  /** A story of an earlier run. Its articles stay with it unless the whole becomes another story. */
  restore({ number, from, to, articles, digest, square }: KeptStory): Story {
    this.#firstNew = this.#next = Math.max(this.#next, number + 1);
    this.#newest = Math.max(this.#newest, to);
    const sum = unpackSketch(digest);
    const restored = { number, from, to, articles, members: new Set(), sum, square: square ?? squareOf(sum) };
    return this.#index.add(restored);
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
    if (tidyAt.includes(this.#table.articles)) {
      this.tidy();
    } else if (!this.#isEarly && story.articles > 1 && Number.isInteger(Math.log2(story.articles))) {
      // A story says more of itself with every doubling; to look each time would take longer than to add.
      this.#mergeAlike(new Set([story]));
    }
    if (this.#table.articles % closingEvery === 0) this.#close();
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
    this.#close();
    const stories = [...this.#changedStories].filter(({ articles }) => articles > 0).map(({ number, from, to, articles, sum, square }) => ({ number, from, to, articles, digest: packSketch(sum), square }));
    const changes = { articles: this.#changedArticles, stories, merged: this.#merged, firstNew: this.#firstNew };
    this.#changedArticles = new Map();
    this.#changedStories = new Set();
    this.#merged = new Map();
    this.#firstNew = this.#next;
    return changes;
  }

  /**
   * For when nothing more comes for now: the last that came are looked at again as the first were. Of a handful of articles,
   * rarities tell too little for that.
   */
  settle(): void {
    if (this.isUnsettled) this.tidy();
  }

  get isUnsettled(): boolean {
    return this.#isEarly && this.#unsettled > 0 && this.#members.size >= fewest;
  }

  get #isEarly(): boolean {
    return this.#table.articles < lastTidy;
  }

  /** For whoever goes on with the stories that changes were taken of up to now. */
  memory(): StoryMemory {
    const members = this.#isEarly ? Array.from(this.#members.values(), ({ story, ...member }) => ({ ...member, story: story.number })) : [];
    return { next: this.#next, newest: this.#newest, since: this.#since, firstOpen: this.#firstOpen, unsettled: this.#unsettled, members };
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

  /** As a whole: of most stories not every article is remembered. */
  #merge(story: Story, into: Story): void {
    for (const member of story.members as Set<Member>) {
      member.story = into;
      into.members.add(member);
      this.#changedArticles.set(member.id, into.number);
    }
    this.#index.weigh({ terms: Uint32Array.from(story.sum.keys()), weights: Float32Array.from(story.sum.values()) }, into, 1);
    into.articles += story.articles;
    into.from = Math.min(into.from, story.from);
    into.to = Math.max(into.to, story.to);
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
    this.#since = Math.max(this.#since, this.#newest - 2 * storyEndsDays * dayMs);
    let open = 0;
    for (const story of this.#index.all()) {
      if (story.to !== -Infinity && story.to < this.#since) this.#forget(story);
      else open += story.articles;
    }
    if (open <= mostOpen) return;
    for (const story of [...this.#index.all()].sort((one, other) => one.number - other.number)) {
      if (open <= mostOpen * 0.9) break;
      open -= story.articles;
      this.#firstOpen = story.number + 1;
      this.#forget(story);
    }
  }

  #forget(story: Story): void {
    for (const member of story.members as Set<Member>) this.#members.delete(member.id);
    this.#index.remove(story);
  }
}

function squareOf(sum: ReadonlyMap<number, number>): number {
  return [...sum.values()].reduce((square, weight) => square + weight * weight, 0);
}

/** Whatever has no date may belong to any time. */
function isSameTime(one: { readonly from: number; readonly to: number }, other: { readonly from: number; readonly to: number }): boolean {
  const ends = storyEndsDays * dayMs;
  return one.from > one.to || other.from > other.to || (one.from - other.to < ends && other.from - one.to < ends);
}
