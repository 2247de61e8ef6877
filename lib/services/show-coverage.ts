import { fail, type Failure } from '../errors/failure';
import { relating } from '../coverage/relate';
import type { NearReport } from '../coverage/near-reports';
import type { CoveredArticle, RelatedList } from '../coverage/related';
import { saidOn, type SaidQuote } from '../coverage/said-before';
import { timelineOf, type Timeline } from '../coverage/timeline';
import type { Article } from '../model/article';
import type { Entity, EntityKind } from '../model/entity';
import { limits } from '../model/limits';

export interface CoverageRequest {
  readonly entity: string;
  readonly page: { readonly url: string; readonly title: string; readonly published?: string };
  readonly alongside: readonly string[];
  /** All that was said, and not only what a card has room for. */
  readonly inFull?: boolean;
}

interface ShownEntity {
  readonly id: string;
  readonly name: string;
  readonly kind?: EntityKind;
  readonly description?: string;
}

export interface CoverageItem {
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly published?: string;
  readonly reason: string;
  /** Other outlets that reported the same. */
  readonly alsoIn: string[];
  /** It came since the reader last read about the entity. */
  readonly isNew: boolean;
}

export interface CoverageList {
  readonly items: CoverageItem[];
  /** How many there are in all; at least the number of items. */
  readonly total: number;
}

export interface SaidList {
  readonly items: { text: string; said?: string; outlet: string; url: string; title: string }[];
  readonly total: number;
}

/** As the message protocol has it. */
export type ShownCoverage =
  | {
      readonly state: 'ready';
      readonly entity: ShownEntity;
      readonly before: CoverageList;
      readonly since: CoverageList;
      readonly said: SaidList;
      readonly timeline?: { step: Timeline['step']; bars: { from: string; to: string; articles: number }[] };
      /** How many articles came since the reader last read about the entity. */
      readonly fresh: number;
      readonly isFollowed: boolean;
      /** The page's. */
      readonly published?: string;
    }
  | { readonly state: 'failed'; readonly failure: Failure };

export interface EntityCoverage {
  /** Without their texts: at most some hundred that are worth looking at. */
  readonly candidates: readonly CoveredArticle[];
  /** The page's, where it is kept and has one. */
  readonly story?: string;
  /** For each entity alongside, how many articles name it. */
  readonly naming: ReadonlyMap<string, number>;
  /** `2017-11`, with the number of its articles: of all, not only of the candidates. */
  readonly months: ReadonlyMap<string, number>;
  /** Ids of the candidates that came since the reader last read about the entity. */
  readonly fresh: ReadonlySet<string>;
  readonly freshCount: number;
  /** How many articles there are of anything. */
  readonly articles: number;
}

/** The articles of one event, oldest first. */
export interface PageStory {
  readonly articles: readonly Article[];
  readonly total: number;
}

/** What may report the event of an article, though it was not found to. */
export interface BesideStory {
  readonly article: Article;
  readonly others: readonly NearReport[];
}

export interface CoverageSource {
  coverageOf(entity: string, page: { readonly url?: string; readonly published?: string; readonly alongside: readonly string[] }): Promise<EntityCoverage>;
  textsOf(articles: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The text of the page being read, where it is itself an article that is kept here. */
  textOf(url: string): Promise<string | undefined>;
  /** What an entity said, newest first, a bounded number. */
  quotesOf(entity: string): Promise<readonly SaidQuote[]>;
  /** What else reports the event that the article of this address reports. */
  storyOf(url: string): Promise<PageStory | undefined>;
  /**
   * The reader's word: the article of the first address reports the event of the page, or another. It is kept apart from what
   * is found. Its id; undefined where either of the two is not kept.
   */
  placeInStory(url: string, word: { readonly page: string; readonly belongs: boolean }): Promise<string | undefined>;
  /** The reader's word: both report one event. Ids of the stories that came to the page's; undefined where either is not kept. */
  joinStories(url: string, page: string): Promise<readonly string[] | undefined>;
  /** Takes that back. Whether the page is kept. */
  partStories(came: readonly string[], page: string): Promise<boolean>;
  /** Of other stories, what was reported about the same time and names somebody whom the article of this address names. */
  besideStory(url: string): Promise<BesideStory | undefined>;
  /** What is there by now about an entity is no longer new. */
  readAbout(entity: string): Promise<void>;
}

export interface EntitySource {
  /** Those that exist, in any order. */
  entities(ids: readonly string[]): Promise<readonly Entity[]>;
}

export interface CoveragePorts {
  readonly coverage: CoverageSource;
  readonly entities: EntitySource;
  /** Whom the reader follows. */
  readonly attention: () => Promise<{ readonly followed: ReadonlySet<string> }>;
}

/** What the reader's sources reported about an entity, in the light of the page being read. */
export async function showCoverage(request: CoverageRequest, { coverage, entities, attention }: CoveragePorts): Promise<ShownCoverage> {
  const { page } = request;
  const alongside = [...new Set(request.alongside)].filter((id) => id !== request.entity).slice(0, mostAlongside);
  const [known, found, text, quotes] = await Promise.all([
    entities.entities([request.entity, ...alongside]),
    coverage.coverageOf(request.entity, { url: page.url, published: page.published, alongside }),
    coverage.textOf(page.url),
    coverage.quotesOf(request.entity),
  ]);
  const entity = known.find(({ id }) => id === request.entity);
  if (!entity) return failed(fail('not-found').failure);
  const work = relating({
    page: { ...page, text, story: found.story },
    entity: entity.id,
    alongside,
    candidates: found.candidates,
    known: new Map(known.map((each) => [each.id, each])),
    articlesNaming: found.naming,
    articles: found.articles,
    shown: limits.coverageItems,
  });
  const related = work.finish(await coverage.textsOf(work.toRead));
  const earlier = quotes.filter(({ said, url }) => url !== page.url && (page.published === undefined || said === undefined || said <= page.published));
  const said = saidOn({ title: page.title, text }, earlier, request.inFull === true ? limits.coverageItems : mostSaid);
  return {
    state: 'ready',
    entity: shown(entity),
    before: listOf(related.before, found),
    since: listOf(related.since, found),
    said: { items: said.map((quote) => ({ ...quote, text: quote.text.slice(0, limits.titleLength) })), total: earlier.length },
    timeline: shownTimeline(found.months),
    fresh: found.freshCount,
    isFollowed: (await attention()).followed.has(entity.id),
    published: page.published,
  };
}

const mostSaid = 12;
/** The page's other names that are looked at: those that it marks first. */
const mostAlongside = 60;

function listOf(related: RelatedList, { fresh }: EntityCoverage): CoverageList {
  const items = related.items.map(({ article, reason, alsoIn }) => ({
    title: article.title,
    outlet: article.outlet,
    url: article.url,
    published: article.published,
    reason: reason.slice(0, limits.titleLength),
    alsoIn: alsoIn.slice(0, limits.coverageItems),
    isNew: fresh.has(article.id),
  }));
  return { items, total: related.total };
}

function shownTimeline(months: ReadonlyMap<string, number>): { step: Timeline['step']; bars: { from: string; to: string; articles: number }[] } | undefined {
  const timeline = timelineOf(months);
  return timeline && { step: timeline.step, bars: [...timeline.bars] };
}

function shown({ id, name, kind, description }: Entity): ShownEntity {
  return { id, name, kind, description };
}

function failed(failure: Failure): ShownCoverage {
  return { state: 'failed', failure };
}
