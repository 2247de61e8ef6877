import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learn } from '../../../lib/discovery/learn';
import { learnedEntities } from '../../../lib/discovery/learned-entities';
import { emptyLearning } from '../../../lib/discovery/learning-state';
import type { Article } from '../../../lib/model/article';
import { articles } from './articles';

const nothingKnown = { isKnown: () => false };

function names(given: readonly Article[]): string[] {
  const { state } = learn(emptyLearning(), given, nothingKnown);
  return Array.from(learnedEntities(state), ({ entity }) => `${entity.kind ?? ''}: ${entity.name}`).sort();
}

const thrice = (text: string): string[] => [`${text}.`, `${text} again.`, `${text} twice.`];

describe('learn', () => {
  it('takes a name before a comma for a town only where a state follows', () => {
    const text = 'They met Zalmo Oduya, Paul Ryan and others, and went to Boca Larga, Pa., and then to Orra Vista, New Mexico';
    expect(names(articles(...thrice(text)))).toEqual(['person: Paul Ryan', 'place: Boca Larga', 'place: Orra Vista']);
  });

  it('needs two articles that show a person where the first word is no first name, or one that goes on with the surname', () => {
    const [plain, said] = ['It was from Latino Decisions that day', 'And Latino Decisions said so'];
    expect(names(articles(`${plain}.`, `${plain} again.`, `${said}.`))).toEqual([]);
    expect(names(articles(`${plain}.`, `${said} again.`, `${said}.`))).toEqual(['person: Latino Decisions']);
    const surname = ' Then it was Oduya again, and Oduya left.';
    const [met, spoke] = ['They met Zalmo Oduya that day.', 'And Zalmo Oduya said so.'];
    expect(names(articles(`${met}${surname}`, `${met} Again.`, `${spoke}${surname}`))).toEqual(['person: Zalmo Oduya']);
  });

  it('takes a name that goes on behind a known person for no person, and one without its comma for none', () => {
    const known = articles(...thrice('They met Erin Burnett, Kurt Volker and Ann Lee Moss there'), ...thrice('Later they saw Erin Burnett and Kurt Volker there'));
    const joined = articles(...thrice('It was on Erin Burnett OutFront, and the envoy to Ukraine Kurt Volker left')).map((article) => ({ ...article, id: `b${article.id}` }));
    expect(names([...known, ...joined])).toEqual(['person: Ann Lee Moss', 'person: Erin Burnett', 'person: Kurt Volker']);
  });

  it('takes no piece of a name with a number, no language and nothing of somebody’s for a name', () => {
    const text = 'They spoke Farsi of Senate Bill 1070 and of World War I, and the Baltic Institute was there. J. Edgar Hoover said so';
    expect(names(articles(...[1, 2, 3, 4, 5, 6].map((at) => `${text} ${at}. It was in Farsi.`)))).toEqual(['organisation: Baltic Institute', 'person: J. Edgar Hoover']);
    const known = [...thrice('They met Paul Ryan and the Justice Department'), ...thrice('Later they saw Paul Ryan and the Justice Department')];
    const owned = articles(...thrice('It was the Paul Ryan Justice Department, and the Zoning Institute')).map((article) => ({ ...article, id: `b${article.id}` }));
    expect(names([...articles(...known), ...owned])).toEqual(['organisation: Justice Department', 'organisation: Zoning Institute', 'person: Paul Ryan']);
  });

  it('takes what nearly all write small for no name', () => {
    const capital = articles(...thrice('They spoke of the Zoning Enforcement and the Baltic Institute'));
    const small = Array.from({ length: 12 }, (_, at) => ({ ...articles(`He saw zoning enforcement, and zoning enforcement ${at}.`)[0]!, id: `s${at}` }));
    expect(names(capital)).toEqual(['organisation: Baltic Institute', 'organisation: Zoning Enforcement']);
    expect(names([...small, ...capital])).toEqual(['organisation: Baltic Institute']);
  });

  it('takes no office for a name, with other offices before it', () => {
    expect(names(articles(...thrice('They asked the Deputy Assistant Secretary for it, and Deputy Assistant Secretary Paul Ryan left')))).toEqual(['person: Paul Ryan']);
  });

  it('takes nothing from German, where every noun has a capital, and something from names like its own', () => {
    const german = 'Am Montag war in der Stadt die Zukunft der Europäischen Union und das Programm der Regierung mit dem Minister, und der Rat der Stadt war dabei';
    const given = ['eins', 'zwei', 'drei'].map((word, at) => ({ ...articles('')[0]!, id: word, outlet: word, title: `was ${word} war`, text: `${german} ${at}.` }));
    expect(names(given)).toEqual([]);
    const english = ['one', 'two', 'three'].map((word) => ({ ...given[0]!, id: word, outlet: word, title: word, text: `They met Ursula von der Leyen ${word} times.` }));
    expect(names(english)).toEqual(['person: Ursula von der Leyen']);
  });

  it('counts a teaser once that several outlets print, by its title and its few words', () => {
    const teaser = { ...articles('')[0]!, title: 'a meeting in the city', text: 'They met Paul Ryan in the city.' };
    const printed = ['A', 'B', 'C'].map((outlet) => ({ ...teaser, id: outlet, outlet }));
    expect(learn(emptyLearning(), printed, nothingKnown).state.articles).toBe(1);
    const others = printed.map((article) => ({ ...article, title: `${article.title} ${article.id}` }));
    expect(names(others)).toEqual(['person: Paul Ryan']);
  });

  it('remembers no word without end', () => {
    const long = 'x'.repeat(50_000);
    const { state } = learn(emptyLearning(), articles(`They saw ${long} and ${long} talks, ${long} talks, and X${long} too.`), nothingKnown);
    expect(JSON.stringify([...state.lower, ...state.capital, ...state.topics, ...state.names]).length).toBeLessThan(20_000);
  });

  it('takes what many articles have for a place where some show one and next to none anything else, whatever comes first', () => {
    const told = Array.from({ length: 48 }, (_, at) => `They spoke of Zalmora that day ${at}.`);
    const shown = Array.from({ length: 12 }, (_, at) => `They met in Zalmora that day ${at}.`);
    expect(names(articles(...told, ...shown))).toEqual(['place: Zalmora']);
    expect(names(articles(...shown, ...told))).toEqual(['place: Zalmora']);
    const others = Array.from({ length: 4 }, (_, at) => `They spoke to a Zalmora spokesman that day ${at}.`);
    expect(names(articles(...told, ...others, ...shown))).toEqual([]);
  });

  it('learns the same in any order where it is clear what is meant', () => {
    const clear = ['They met Paul Ryan in the city', 'It was the Baltic Institute', 'Senator Paul Ryan went to Orange County'];
    const given = clear.flatMap((text, at) => articles(...thrice(text)).map((article) => ({ ...article, id: `${at}${article.id}` })));
    const once = names(given);
    expect(once).toEqual(['organisation: Baltic Institute', 'person: Paul Ryan', 'place: Orange County']);
    fc.assert(
      fc.property(fc.shuffledSubarray(given, { minLength: given.length }), fc.nat(given.length), (order, cut) => {
        const first = learn(emptyLearning(), order.slice(0, cut), nothingKnown);
        const { state } = learn(first.state, order, nothingKnown);
        expect(Array.from(learnedEntities(state), ({ entity }) => `${entity.kind ?? ''}: ${entity.name}`).sort()).toEqual(once);
      }),
      { numRuns: 40 },
    );
  });
});
