import { describe, expect, it } from 'vitest';
import { relate } from '../../../lib/coverage/relate';
import type { CoveredArticle, RelatedList, RelateInput } from '../../../lib/coverage/related';

let made = 0;
function covered(title: string, entities: readonly string[], more: Partial<CoveredArticle['article']> = {}): CoveredArticle {
  made++;
  const url = `https://herald.example/${made}`;
  return { article: { id: url, url, title, outlet: 'The Herald', ...more }, entities };
}

const known: RelateInput['known'] = new Map([
  ['js', { name: 'Jeff Sessions', kind: 'person' }],
  ['sk', { name: 'Sergey Kislyak', kind: 'person' }],
  ['mf', { name: 'Michael Flynn', kind: 'person' }],
  ['us', { name: 'Senate', kind: 'organisation' }],
  ['mo', { name: 'Moscow', kind: 'place' }],
  ['rm', { name: 'Robert Mueller', kind: 'person' }],
]);

function input(candidates: readonly CoveredArticle[], more: Partial<RelateInput> = {}): RelateInput {
  return {
    page: { url: 'https://post.example/page', title: 'Sessions questioned about meetings with ambassador', published: '2017-11-14T10:00:00Z' },
    entity: 'js',
    alongside: ['sk', 'mf', 'us', 'mo'],
    candidates,
    known,
    articlesNaming: new Map([['js', 50], ['sk', 2], ['mf', 10], ['us', 400]]),
    articles: 1_000,
    shown: 50,
    ...more,
  };
}

const titles = ({ items }: RelatedList): string[] => items.map(({ article }) => article.title);

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
    expect(relate(input([self]))).toEqual({ before: { items: [], total: 0 }, since: { items: [], total: 0 } });
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
    const reasonOf = (item: CoveredArticle, more: Partial<RelateInput> = {}): string | undefined => relate(input([item], more)).before.items[0]?.reason;
    expect(reasonOf(covered('Remarks', ['js', 'mf', 'sk', 'rm']))).toBe('also names Kislyak and Flynn');
    expect(reasonOf(covered('Kislyak leaves', ['js', 'sk', 'us']))).toBe('also names Senate');
    expect(reasonOf(covered('Remarks', ['js', 'rm']))).toBe('names Jeff Sessions');
    expect(reasonOf(covered('Sessions speaks', ['js'], { published: '2017-09-14T23:00:00Z' }))).toBe('two months before this article');
    expect(reasonOf(covered('Sessions speaks', ['js'], { published: '2017-11-14T01:00:00Z' }))).toBe('the same day as this article');
  });

  it('does not take a word of a long name in a headline for the name', () => {
    const known = new Map([['js', { name: 'Jeff Sessions' }], ['fd', { name: 'Harbourton Fire Department', kind: 'organisation' as const }]]);
    const reasonOf = (title: string): string | undefined => relate(input([covered(title, ['js', 'fd'])], { known, alongside: ['fd'], articlesNaming: new Map() })).before.items[0]?.reason;
    expect(reasonOf('Fire guts a church')).toBe('also names Harbourton Fire Department');
    expect(reasonOf('Fire department saves a church')).toBe('names Jeff Sessions');
  });

  it('calls people by surname, unless two have it or it is of several words', () => {
    const people = new Map([['js', 'Jeff Sessions'], ['ps', 'Pete Sessions'], ['bb', 'Bill de Blasio'], ['sk', 'Sergey Kislyak']].map(([id = '', name = '']) => [id, { name, kind: 'person' as const }]));
    const reasonOf = (...entities: string[]): string | undefined =>
      relate(input([covered('Remarks', ['js', ...entities])], { known: people, alongside: ['ps', 'bb', 'sk'], articlesNaming: new Map() })).before.items[0]?.reason;
    expect(reasonOf('ps')).toBe('also names Pete Sessions');
    expect(reasonOf('bb', 'sk')).toBe('also names Bill de Blasio and Kislyak');
  });

  it('folds copies of one article and says where else it was', () => {
    const title = 'Attorney general steps back from inquiry';
    const related = relate(input([
      covered(title, ['js', 'sk'], { published: '2017-03-02T10:00:00Z' }),
      covered(`${title} - AP`, ['js'], { published: '2017-03-02T12:00:00Z', outlet: 'The Post' }),
      covered(title, ['js'], { published: '2016-03-02T12:00:00Z', outlet: 'The Old' }),
    ]));
    expect(related.before.items.map(({ article, alsoIn }) => [article.outlet, alsoIn])).toEqual([['The Herald', ['The Post']], ['The Old', []]]);
  });

  it('names people before places, and as many as one line has room for', () => {
    const item = covered('Remarks', ['js', 'mo', 'us', 'mf', 'sk'], { published: '2017-10-01T00:00:00Z' });
    expect(relate(input([item])).before.items[0]?.reason).toBe('also names Kislyak, Flynn and Senate');
  });

  it('puts what the page goes back to first, and says so', () => {
    const page = {
      url: 'https://post.example/page', title: 'Sessions questioned', published: '2017-11-14T10:00:00Z',
      text: 'Members returned to January, when he had assured them of something else. In March 2016 he was elsewhere.',
    };
    const related = relate(input([
      covered('Remarks two', ['js'], { published: '2017-10-11T00:00:00Z' }),
      covered('Remarks three', ['js'], { published: '2017-03-11T00:00:00Z' }),
      covered('Remarks one', ['js'], { published: '2017-01-10T00:00:00Z' }),
    ], { page, alongside: ['sk', 'us'] }));
    expect(related.before.items.map(({ article, reason }) => [article.title, reason])).toEqual([
      ['Remarks one', 'this page goes back to January'],
      ['Remarks two', 'names Jeff Sessions'],
      ['Remarks three', 'names Jeff Sessions'],
    ]);
  });

  it('says what was denied before and the page takes up', () => {
    const page = {
      url: 'https://post.example/page', title: 'Sessions questioned', published: '2017-11-14T10:00:00Z',
      text: 'Members went back to January, when Sessions assured the committee that he had had no communications with the Russians.',
    };
    const denial = 'Sessions told the committee on Tuesday that he had no contact with the Russians.';
    const related = relate(input([
      covered('Sessions heard', ['js'], { published: '2017-01-10T00:00:00Z', text: denial }),
      covered('Sessions asked', ['js'], { published: '2017-06-11T00:00:00Z', text: denial }),
      covered('Sessions travels', ['js'], { published: '2017-01-12T00:00:00Z', text: 'Sessions denied a rift with the police.' }),
      covered('Sessions again', ['js'], { published: '2017-12-11T00:00:00Z', text: denial }),
    ], { page, alongside: [] }));
    expect(new Map([...related.before.items, ...related.since.items].map(({ article, reason }) => [article.title, reason]))).toEqual(new Map([
      ['Sessions heard', 'the earlier denial; this page goes back to January'],
      ['Sessions asked', 'an earlier denial'],
      ['Sessions travels', 'this page goes back to January'],
      ['Sessions again', 'a later denial'],
    ]));
  });

  it('calls one event as both reports call it', () => {
    const text = 'The hearing of the House Harbour Committee lasted five hours. Members left the hearing in anger about election machines, auditors and a promise.';
    const page = { url: 'https://wire.example/page', title: 'Panel questions Sessions', published: '2017-10-14T12:00:00Z', text };
    const related = relate(input([covered('Five hours', ['js', 'sk'], { published: '2017-10-14T10:00:00Z', text })], { page }));
    expect(related.before.items[0]?.reason).toBe('the same hearing; also names Kislyak');
  });

  it('neither folds nor calls the same two events that are told in the same words', () => {
    const quake = (where: string, town: string, outlet: string) =>
      covered(`Quake of magnitude 6 strikes ${where}`, ['us'], {
        published: '2017-10-14T10:00:00Z', outlet,
        text: `A quake of magnitude 6 struck ${where} early on Saturday, the survey said. It was 50 km deep near ${town}. No warning was issued, and nobody was hurt in the quake.`,
      });
    const { article: { title, text, published } } = quake('Chile', 'Iquique', 'The Wire');
    const related = relate(input([quake('Chile', 'Iquique', 'The Post'), quake('Japan', 'Sendai', 'The Herald'), quake('Peru', 'Lima', 'The Mail')], { page: { url: 'https://wire.example/page', title, text, published }, entity: 'us', alongside: [] }));
    const told = related.before.items.map(({ article, reason, alsoIn }) => [article.title.split(' ').at(-1), reason.startsWith('the same quake'), alsoIn.length]);
    expect(told).toEqual([['Chile', true, 0], ['Japan', false, 0], ['Peru', false, 0]]);
  });

  describe('with reports of two outlets on one event and of another event', () => {
    const hearing = 'The panel pressed the attorney general for five hours about election machines, auditors and a promise to review their security.';
    const reports = [
      covered('Panel presses Sessions on machines', ['js'], { published: '2017-10-14T10:00:00Z', text: hearing }),
      covered('Five hours about election security', ['js'], { published: '2017-10-14T15:00:00Z', text: `For five hours a panel pressed him. ${hearing}`, outlet: 'The Post' }),
      covered('Prisons want a larger budget', ['js'], { published: '2017-10-14T11:00:00Z', text: 'Wardens asked for money, beds and guards.', outlet: 'The Post' }),
      covered('Panel asks again', ['js'], { published: '2017-09-01T15:00:00Z', text: hearing, outlet: 'The Post' }),
    ];

    it('folds what says much the same within hours, and nothing else', () => {
      const { before } = relate(input(reports));
      const folded = before.items.filter(({ alsoIn }) => alsoIn.length > 0);
      expect(before.total).toBe(3);
      expect(folded.map(({ alsoIn }) => alsoIn.length)).toEqual([1]);
      expect(titles(before)).toEqual(expect.arrayContaining(['Prisons want a larger budget', 'Panel asks again']));
    });

    it('says what reports the same event as the page', () => {
      const page = { url: 'https://wire.example/page', title: 'Panel questions Sessions', published: '2017-10-14T12:00:00Z', text: hearing };
      const { before, since } = relate(input(reports, { page }));
      const reasons = new Map([...before.items, ...since.items].map(({ article, reason }) => [article.title, reason]));
      expect([...reasons.values()].filter((reason) => reason.startsWith('the same event'))).toHaveLength(1);
      expect(reasons.get('Prisons want a larger budget')).not.toContain('event');
      expect(reasons.get('Panel asks again')).not.toContain('event');
    });
  });

  it('shows as many as are asked for and says how many there are', () => {
    const many = Array.from({ length: 9 }, (_, number) => covered(`Remarks ${'abcdefghi'[number]}${number}x`, ['js'], { published: `2017-0${number + 1}-01T00:00:00Z` }));
    const { before } = relate(input(many, { shown: 4 }));
    expect([before.items.length, before.total]).toEqual([4, 9]);
  });
});
