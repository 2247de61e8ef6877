import { describe, expect, it } from 'vitest';
import { relate } from '../../../lib/coverage/relate';
import type { CoveredArticle, RelateInput } from '../../../lib/coverage/related';

let made = 0;
function covered(title: string, entities: readonly string[], more: Partial<CoveredArticle['article']> = {}): CoveredArticle {
  made++;
  const url = `https://herald.example/${made}`;
  return { article: { id: url, url, title, outlet: 'The Herald', ...more }, entities };
}

const names = new Map([['js', 'Jeff Sessions'], ['sk', 'Sergey Kislyak'], ['mf', 'Michael Flynn'], ['us', 'Senate'], ['rm', 'Robert Mueller']]);

function input(candidates: readonly CoveredArticle[], more: Partial<RelateInput> = {}): RelateInput {
  return {
    page: { url: 'https://post.example/page', title: 'Sessions questioned about meetings with ambassador', published: '2017-11-14T10:00:00Z' },
    entity: 'js',
    alongside: ['sk', 'mf', 'us'],
    candidates,
    names,
    articlesNaming: new Map([['js', 50], ['sk', 2], ['mf', 10], ['us', 400]]),
    articles: 1_000,
    ...more,
  };
}

const titles = (items: readonly { article: { title: string } }[]): string[] => items.map(({ article }) => article.title);

describe('relate', () => {
  it('divides by the date of the page', () => {
    const related = relate(input([
      covered('Earlier', ['js'], { published: '2017-03-01T00:00:00Z' }),
      covered('Later', ['js'], { published: '2017-12-01T00:00:00Z' }),
      covered('Undated', ['js']),
    ]));
    expect(titles(related.before).sort()).toEqual(['Earlier', 'Undated']);
    expect(titles(related.since)).toEqual(['Later']);
  });

  it('takes everything as before a page without a date', () => {
    const related = relate(input([covered('Later', ['js'], { published: '2017-12-01T00:00:00Z' })], { page: { url: 'https://post.example/page', title: 'T' } }));
    expect([titles(related.before), titles(related.since)]).toEqual([['Later'], []]);
  });

  it('leaves the page itself out, however its address is written', () => {
    const self = covered('Self', ['js'], { url: 'http://www.post.example/page/?utm_source=rss' });
    expect(relate(input([self]))).toEqual({ before: [], since: [] });
  });

  it('puts what names rare others before what names common ones', () => {
    const related = relate(input([
      covered('Remarks one', ['js', 'us']),
      covered('Remarks two', ['js', 'sk']),
      covered('Remarks three', ['js']),
    ]));
    expect(titles(related.before)).toEqual(['Remarks two', 'Remarks one', 'Remarks three']);
  });

  it('puts what says the same before what does not', () => {
    const related = relate(input([
      covered('Budget for prisons grows', ['js'], { text: 'The department wants more money for prisons next year.' }),
      covered('Two meetings not disclosed', ['js'], { text: 'He had two meetings with the ambassador that he was not questioned about.' }),
    ]));
    expect(titles(related.before)[0]).toBe('Two meetings not disclosed');
  });

  it('puts what is close in time before what is far, all else equal', () => {
    const related = relate(input([
      covered('Remarks far', ['js'], { published: '2015-11-10T00:00:00Z' }),
      covered('Remarks near', ['js'], { published: '2017-11-10T00:00:00Z' }),
    ]));
    expect(titles(related.before)).toEqual(['Remarks near', 'Remarks far']);
  });

  it('gives each item a reason beyond its headline', () => {
    const reasonOf = (item: CoveredArticle, more: Partial<RelateInput> = {}): string | undefined => relate(input([item], more)).before[0]?.reason;
    expect(reasonOf(covered('Remarks', ['js', 'mf', 'sk', 'rm']))).toBe('also names Sergey Kislyak and Michael Flynn');
    expect(reasonOf(covered('Kislyak leaves', ['js', 'sk', 'us']))).toBe('also names Senate');
    expect(reasonOf(covered('Remarks', ['js', 'rm']))).toBe('names Jeff Sessions');
    expect(reasonOf(covered('Sessions speaks', ['js'], { published: '2017-09-14T23:00:00Z' }))).toBe('two months before this article');
    expect(reasonOf(covered('Sessions speaks', ['js'], { published: '2017-11-14T01:00:00Z' }))).toBe('the same day as this article');
  });

  it('folds copies of one article and says where else it was', () => {
    const title = 'Attorney general steps back from inquiry';
    const related = relate(input([
      covered(title, ['js', 'sk'], { published: '2017-03-02T10:00:00Z' }),
      covered(`${title} - AP`, ['js'], { published: '2017-03-02T12:00:00Z', outlet: 'The Post' }),
      covered(title, ['js'], { published: '2016-03-02T12:00:00Z', outlet: 'The Old' }),
    ]));
    expect(related.before.map(({ article, alsoIn }) => [article.outlet, alsoIn])).toEqual([['The Herald', ['The Post']], ['The Old', []]]);
  });
});
