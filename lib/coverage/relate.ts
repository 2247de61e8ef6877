import { addressKey } from '../model/address';
import { explain } from './explain';
import { foldCopies } from './fold-copies';
import type { CoveredArticle, RelatedArticle, RelatedCoverage, RelateInput } from './related';
import { TermCounts } from './term-statistics';
import { similarity, termUses, termVector, type ArticleText } from './term-vector';

/** What makes an article help with the page. The sum of what it has is its score. */
const weights = {
  /** Saying the same: product of term vectors, 0 to 1. */
  terms: 1,
  /** Naming the same others: their rarities summed, as a share of all that the page names, 0 to 1. */
  entities: 0.7,
  /** Having the entity in its headline: it is about it, not in passing. */
  headline: 0.1,
  /** Closeness in time: 1 on the same day, halved with every `halfLifeDays`. */
  time: 0.15,
};
/** How many are read beyond their headlines: the most promising by what is known without reading. */
const mostRead = 100;
/** Of each article's text, what a card has the time to read. UTF-16 units. */
const leadLength = 1_500;
const halfLifeDays = 30;
const dayMs = 86_400_000;

/**
 * The coverage of an entity that helps to understand a page: what was reported before it and what since, by the page's
 * own date. Without that date, everything was before; so was an article without one. The page itself is left out.
 */
export function relate(input: RelateInput): RelatedCoverage {
  const { page, candidates } = input;
  const pageKey = addressKey(page.url);
  const others = candidates.filter(({ article }) => addressKey(article.url) !== pageKey);
  const scored = scoreAll(others, input).sort((one, other) => other.score - one.score);
  const related = foldCopies(scored).map(({ alsoIn, covered, score }) => ({
    article: covered.article,
    score,
    reason: explain(covered, input),
    alsoIn,
  }));
  const isSince = ({ article }: RelatedArticle): boolean =>
    page.published !== undefined && article.published !== undefined && article.published > page.published;
  return { before: related.filter((item) => !isSince(item)), since: related.filter(isSince) };
}

interface ScoredArticle {
  readonly covered: CoveredArticle;
  readonly score: number;
}

function scoreAll(covered: readonly CoveredArticle[], input: RelateInput): ScoredArticle[] {
  const alongside = new Set(input.alongside);
  alongside.delete(input.entity);
  const rarity = (entity: string): number => Math.log(1 + input.articles / (1 + (input.articlesNaming.get(entity) ?? 0)));
  const allRarities = [...alongside].reduce((sum, entity) => sum + rarity(entity), 0);
  const name = input.names.get(input.entity)?.toLowerCase();
  const titleSayings = similaritiesToPage(covered.map(({ article }) => ({ title: article.title })), input);
  const promising = covered.map((each, index) => {
    const shared = new Set(each.entities.filter((entity) => alongside.has(entity)));
    const sharedRarities = [...shared].reduce((sum, entity) => sum + rarity(entity), 0);
    const isHeadline = name !== undefined && headlineNames(each.article.title, name);
    const unread =
      weights.entities * (allRarities > 0 ? sharedRarities / allRarities : 0) +
      weights.headline * Number(isHeadline) +
      weights.time * closeness(each.article.published, input.page.published);
    return { covered: each, unread, score: weights.terms * (titleSayings[index] ?? 0) + unread };
  });
  promising.sort((one, other) => other.score - one.score);
  const read = promising.slice(0, mostRead);
  const sayings = similaritiesToPage(
    read.map(({ covered: { article } }) => ({ ...article, text: article.text?.slice(0, leadLength) })),
    input,
  );
  return [...read.map((each, index) => ({ ...each, score: weights.terms * (sayings[index] ?? 0) + each.unread })), ...promising.slice(mostRead)];
}

/** What the page says is its title, its text and the names in it; how rare a word is, these articles themselves tell. */
function similaritiesToPage(articles: readonly ArticleText[], { page, names, alongside }: RelateInput): number[] {
  const named = alongside.flatMap((entity) => names.get(entity) ?? []).join('. ');
  const pageUses = termUses({ title: page.title, summary: page.text === undefined ? named : undefined, text: page.text });
  const uses = articles.map((article) => termUses(article));
  const counts = new TermCounts();
  for (const each of uses) counts.add(each.keys());
  const pageVector = termVector(pageUses, counts);
  return uses.map((each) => similarity(pageVector, termVector(each, counts)));
}

/** A headline names a person by the last word of the name, too. */
function headlineNames(title: string, name: string): boolean {
  const lower = title.toLowerCase();
  return lower.includes(name) || lower.split(/[^\p{L}\p{N}]+/u).includes(name.split(' ').at(-1) ?? name);
}

function closeness(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const days = Math.abs(Date.parse(one) - Date.parse(other)) / dayMs;
  return 2 ** (-days / halfLifeDays);
}
