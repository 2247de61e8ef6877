import { describe, expect, it } from 'vitest';
import { relate } from '../../../lib/coverage/relate';
import type { CoveredArticle, RelatedCoverage, RelateInput } from '../../../lib/coverage/related';

const said = 'A fire broke out in a church of Harbourton in the night. Firefighters fought the fire until dawn, and nobody was hurt. The roof of the church fell in.';

function report(url: string, day: number, { title = 'Fire guts church', text = said, story = undefined as string | undefined } = {}): CoveredArticle {
  const published = `2020-01-${String(day).padStart(2, '0')}T12:00:00Z`;
  return { article: { id: url, url, title, outlet: `Outlet ${url}`, published, text }, entities: ['harbourton'], story };
}

function relatedTo(page: Partial<RelateInput['page']>, candidates: readonly CoveredArticle[]): RelatedCoverage {
  return relate({
    page: { url: 'https://wire.example/page', title: 'Church burns in Harbourton', published: '2020-01-10T18:00:00Z', text: said, ...page },
    entity: 'harbourton', alongside: [], candidates, articles: 100, shown: 10,
    known: new Map([['harbourton', { name: 'Harbourton', kind: 'place' as const }]]), articlesNaming: new Map(),
  });
}

const order = ({ before }: RelatedCoverage): string[] => before.items.map(({ article }) => article.url);
const reasons = ({ before }: RelatedCoverage) => new Map(before.items.map(({ article, reason }) => [article.url, reason]));

const other = report('another church', 9, { title: 'Church burns', story: 's2' });
const same = report('what came of it', 8, { title: 'Rebuilding begins', text: 'The church of Harbourton that lost its roof is to be built again. Firefighters had fought the fire until dawn.', story: 's1' });

describe('relate, with stories', () => {
  it('puts what belongs to the page’s story before what is as alike', () => {
    expect(order(relatedTo({}, [{ ...other, story: undefined }, { ...same, story: undefined }]))).toEqual([other.article.url, same.article.url]);
    const close = report('as alike', 9, { title: 'Church burns', story: 's1' });
    expect(order(relatedTo({ story: 's1' }, [other, close]))).toEqual([close.article.url, other.article.url]);
    expect(order(relatedTo({ story: 's2' }, [close, other]))).toEqual([other.article.url, close.article.url]);
  });

  it('calls nothing the same that was found to be another event', () => {
    expect(reasons(relatedTo({}, [other])).get(other.article.url)).toMatch(/^the same/);
    expect(reasons(relatedTo({ story: 's1' }, [other])).get(other.article.url)).not.toContain('the same');
    expect(reasons(relatedTo({ story: 's2' }, [other])).get(other.article.url)).toMatch(/^the same/);
  });

  it('goes by the story of what is most alike where the page has none', () => {
    const copy = report('a copy', 10, { title: 'Church burns in Harbourton', story: 's1' });
    const close = report('as alike', 9, { title: 'Church burns', story: 's1' });
    expect(order(relatedTo({}, [other, close, copy]))).toEqual([copy.article.url, close.article.url, other.article.url]);
    expect(reasons(relatedTo({}, [other, close, copy])).get(other.article.url)).not.toContain('the same');
  });

  it('folds no reports of two stories into one', () => {
    const near = [report('one', 10, { story: 's1' }), report('two', 10, { title: 'Roof falls in', story: 's2' })];
    expect(order(relatedTo({}, near))).toHaveLength(2);
    expect(order(relatedTo({}, near.map((each) => ({ ...each, story: 's1' }))))).toHaveLength(1);
  });
});
