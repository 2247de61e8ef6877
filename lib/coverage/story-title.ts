import { TermCounts } from './term-statistics';
import { similarity, termUses, termVector } from './term-vector';

/** What comes later does not change what a story is called. */
const mostCompared = 8;

/**
 * What a story is called: of its first headlines the one that says most of what the others say, the earlier where two say
 * as much. Undefined without any.
 * @param headlines oldest first
 */
export function storyTitle(headlines: readonly string[]): string | undefined {
  const first = headlines.slice(0, mostCompared);
  const uses = first.map((title) => termUses({ title }));
  const counts = new TermCounts();
  for (const each of uses) counts.add(each.keys());
  const vectors = uses.map((each) => termVector(each, counts));
  let best: { readonly title: string; readonly agreement: number } | undefined;
  for (const [at, title] of first.entries()) {
    const own = vectors[at] ?? new Map<string, number>();
    const agreement = vectors.reduce((sum, other, to) => sum + (to === at ? 0 : similarity(own, other)), 0);
    if (!best || agreement > best.agreement + 1e-9) best = { title, agreement };
  }
  return best?.title;
}
