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
      for (const { id: found, score } of index.relatedTo(id, { limit: 40 })) {
        expect(score).toBeCloseTo(expected.find((other) => other.id === found)!.score, 9);
      }
      const scores = index.relatedTo(id, { limit: 5 }).map(({ score }) => score);
      const best = expected.filter((other) => other.id !== id).map(({ score }) => score).sort((one, other) => other - one).slice(0, scores.length);
      scores.forEach((score, rank) => {
        expect(score).toBeCloseTo(best[rank]!, 9);
      });
    });
  });

  it('puts what is of one story before what is told in the same words of another', () => {
    const index = new ArticleIndex();
    index.add('page', { title: 'Quake strikes', text: 'A quake struck near Iquique, the survey said. No warning was issued.' });
    index.add('other', { title: 'Quake strikes', text: 'A quake struck near Sendai.' });
    index.add('same', { title: 'Iquique closes its harbour', text: 'Iquique has closed its harbour, the survey said.' });
    index.add('apart', { title: 'Harvest', text: 'Growers sold more wheat.' });
    const first = (storyOf?: ReadonlyMap<string, number>): string | undefined => index.relatedTo('page', { limit: 1, storyOf })[0]?.id;
    expect([first(), first(new Map([['page', 1], ['same', 1], ['other', 2]]))]).toEqual(['other', 'same']);
  });

  it('answers nothing for an article that it does not have', () => {
    expect(new ArticleIndex().relatedTo('x', { limit: 5 })).toEqual([]);
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
