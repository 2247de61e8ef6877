import type { Article } from '../model/article';
import type { CoveredArticle, RelateInput } from './related';
import { referredMonths } from './referred-months';
import { TermCounts } from './term-statistics';
import { createWeighing, similarity, termUses, type TermUse, type TermVector } from './term-vector';

/** What makes an article help with the page. The sum of what it has is its score. */
export const weights = {
  /** Saying the same: product of term vectors, 0 to 1. */
  terms: 1,
  /** Naming the same others: their rarities summed, as a share of all that the page names, 0 to 1. */
  entities: 0.7,
  /** Having the entity in its headline: it is about it, not in passing. */
  headline: 0.1,
  /** Closeness in time: 1 on the same day, halved with every `halfLifeDays`. */
  time: 0.15,
  /** Being from a month that the page goes back to ("in January, he told the Senate"). */
  referred: 0.2,
};
/** How many are read beyond their headlines: the most promising by what is known without reading. */
export const mostRead = 60;
/** Of each article's text, what a card has the time to read. UTF-16 units. */
const leadLength = 1_200;
const halfLifeDays = 30;
const dayMs = 86_400_000;

export interface ScoredArticle {
  readonly covered: CoveredArticle;
  readonly score: number;
  /** How much it says the same as the page, 0 to 1. */
  readonly likeness: number;
  /** The words of its headline. */
  readonly headline: ReadonlySet<string>;
  /** The month, by name, that the page goes back to and this article is from. */
  readonly referred?: string;
  /** What it says; absent where it was not read beyond its headline. */
  readonly vector?: TermVector;
  /** When it was published, in milliseconds. */
  readonly time?: number;
}

export interface Promising extends ScoredArticle {
  /** What it scores before it is compared. */
  readonly unread: number;
}

/** What the page says. */
export type PageUses = ReadonlyMap<string, TermUse>;

/** Best first, by what is known without reading further than headlines. */
export function rankByHeadline(articles: readonly CoveredArticle[], input: RelateInput, pageUses: PageUses): Promising[] {
  const { page, entity } = input;
  const sharedWithPage = sharedRarity(input);
  const lastName = [...termUses({ title: input.known.get(entity)?.name ?? '' }).keys()].at(-1);
  const pageTime = timeOf(page.published);
  const months = page.text === undefined || page.published === undefined ? new Map<string, string>() : referredMonths(page.text, page.published);
  const titleUses = articles.map(({ article }) => termUses({ title: article.title }));
  const weighing = createWeighing(countsOf(titleUses));
  const titleVector = weighing.vector(pageUses);
  const promising = articles.map((covered, index): Promising => {
    const uses = titleUses[index] ?? new Map();
    const headline: ReadonlySet<string> = new Set(uses.keys());
    const time = timeOf(covered.article.published);
    const referred = months.get(covered.article.published?.slice(0, 7) ?? '');
    const unread =
      weights.entities * sharedWithPage(covered.entities) +
      weights.headline * Number(lastName !== undefined && headline.has(lastName)) +
      weights.time * closeness(time, pageTime) +
      weights.referred * Number(referred !== undefined);
    const likeness = weighing.likeness(titleVector, uses);
    return { covered, headline, time, referred, unread, likeness, score: weights.terms * likeness + unread };
  });
  return promising.sort(byScore);
}

/** Best first, with the texts of the most promising. */
export function rankByText(promising: readonly Promising[], textOf: (article: Article) => string | undefined, pageUses: PageUses): ScoredArticle[] {
  const read = promising.slice(0, mostRead);
  const leads = read.map(({ covered: { article } }) => termUses({ ...article, text: textOf(article)?.slice(0, leadLength) }));
  const weighing = createWeighing(countsOf(leads));
  const pageVector = weighing.vector(pageUses);
  const rescored = read.map((each, index) => {
    const vector = weighing.vector(leads[index] ?? new Map());
    const likeness = similarity(pageVector, vector);
    return { ...each, likeness, score: weights.terms * likeness + each.unread, vector };
  });
  return [...rescored, ...promising.slice(mostRead)].sort(byScore);
}

function byScore(one: { readonly score: number }, other: { readonly score: number }): number {
  return other.score - one.score;
}

/** What the page says is its title and its text, or the names in it where the text is not known. */
export function pageText({ page, known, alongside }: RelateInput): { title: string; summary?: string; text?: string } {
  if (page.text !== undefined) return { title: page.title, text: page.text };
  return { title: page.title, summary: alongside.flatMap((entity) => known.get(entity)?.name ?? []).join('. ') };
}

/** How rare the words are, these articles themselves tell. */
function countsOf(uses: readonly ReadonlyMap<string, unknown>[]): TermCounts {
  const counts = new TermCounts();
  for (const each of uses) counts.add(each.keys());
  return counts;
}

/** The share of the page's other names, by their rarity, that an article has as well. */
function sharedRarity({ alongside, entity, articles, articlesNaming }: RelateInput): (entities: readonly string[]) => number {
  const rarities = new Map(alongside.map((each) => [each, Math.log(1 + articles / (1 + (articlesNaming.get(each) ?? 0)))]));
  rarities.delete(entity);
  const all = [...rarities.values()].reduce((sum, rarity) => sum + rarity, 0);
  return (entities) => {
    let shared = 0;
    for (const each of new Set(entities)) shared += rarities.get(each) ?? 0;
    return all > 0 ? shared / all : 0;
  };
}

function timeOf(published: string | undefined): number | undefined {
  return published === undefined ? undefined : Date.parse(published);
}

function closeness(one: number | undefined, other: number | undefined): number {
  return one === undefined || other === undefined ? 0 : 2 ** (-Math.abs(one - other) / dayMs / halfLifeDays);
}
