import type { Article } from '../model/article';
import { TermCounts } from './term-statistics';
import { createWeighing, termUses } from './term-vector';

/** A report of another story. */
export interface NearReport {
  readonly article: Article;
  readonly story: string;
  /** How many that story has. */
  readonly reports: number;
}

/** Less, and nobody would ask whether it is the same event. */
const leastLikeness = 0.06;

/**
 * Which reports of other stories may be of an article's event, the likeliest first, one of each story. What was found to be of
 * it is not among them: this is for the reader to say.
 */
export function nearReports(article: Article, others: readonly NearReport[], shown: number): NearReport[] {
  const page = termUses(article);
  const uses = others.map((other) => termUses(other.article));
  const counts = new TermCounts();
  for (const each of [page, ...uses]) counts.add(each.keys());
  const weighing = createWeighing(counts);
  const vector = weighing.vector(page);
  const scored = others.map((other, at) => ({ other, likeness: weighing.likeness(vector, uses[at] ?? new Map()) }));
  const likely = scored.filter(({ likeness }) => likeness >= leastLikeness).sort((one, other) => other.likeness - one.likeness);
  const stories = new Map<string, NearReport>();
  for (const { other } of likely) if (!stories.has(other.story)) stories.set(other.story, other);
  return [...stories.values()].slice(0, shown);
}
