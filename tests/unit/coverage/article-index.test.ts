import { describe, expect, it } from 'vitest';
import { ArticleIndex } from '../../../lib/coverage/article-index';
import { TermCounts } from '../../../lib/coverage/term-statistics';
import { similarity, termUses, termVector } from '../../../lib/coverage/term-vector';

const words = 'senate hearing recusal inquiry ambassador dismissal memo counsel budget prison border harvest storm goal'.split(' ');
const articles = Array.from({ length: 40 }, (_, number) => ({
  id: String(number),
  title: `${words[number % 14]!} ${words[(number * 3) % 14]!}`,
  text: `${words[(number * 5) % 14]!} ${words[(number * 7 + 1) % 14]!} ${number}`,
}));

describe('ArticleIndex', () => {
  it('finds what comparing with every article finds', () => {
    const index = new ArticleIndex();
    for (const article of articles) index.add(article.id, article);
    const uses = articles.map((article) => termUses(article));
    const counts = new TermCounts();
    for (const each of uses) counts.add(each.keys());
    const vectors = uses.map((each) => termVector(each, counts));
    articles.forEach(({ id }, at) => {
      const expected = articles.map((other, position) => ({ id: other.id, score: similarity(vectors[at]!, vectors[position]!) }));
      for (const { id: found, score } of index.relatedTo(id, 40)) {
        expect(score).toBeCloseTo(expected.find((other) => other.id === found)!.score, 9);
      }
      const scores = index.relatedTo(id, 5).map(({ score }) => score);
      const best = expected.filter((other) => other.id !== id).map(({ score }) => score).sort((one, other) => other - one).slice(0, scores.length);
      scores.forEach((score, rank) => {
        expect(score).toBeCloseTo(best[rank]!, 9);
      });
    });
  });

  it('answers nothing for an article that it does not have', () => {
    expect(new ArticleIndex().relatedTo('x', 5)).toEqual([]);
  });
});

describe('TermCounts', () => {
  it('forgets what is removed', () => {
    const counts = new TermCounts();
    counts.add(['a', 'b']);
    counts.add(['a']);
    counts.remove(['a', 'b']);
    expect([counts.articles, counts.articlesWith('a'), counts.articlesWith('b')]).toEqual([1, 1, 0]);
  });
});
