import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearningChange } from '../../../lib/discovery/changes';
import { learn } from '../../../lib/discovery/learn';
import { learnedEntities } from '../../../lib/discovery/learned-entities';
import { emptyLearning } from '../../../lib/discovery/learning-state';
import type { Article } from '../../../lib/model/article';
import { entitySchema } from '../../../lib/model/entity';
import { readStandArticles } from '../../../scripts/stand/stand-article';
import { articles } from './articles';

const nothingKnown = { isKnown: () => false };

function learnAll(given: readonly Article[], isKnown: (name: string) => boolean = () => false) {
  const { state, changes } = learn(emptyLearning(), given, { isKnown });
  return { state, changes, found: [...learnedEntities(state)] };
}

function names(given: readonly Article[]): string[] {
  return learnAll(given).found.map(({ entity }) => `${entity.kind ?? ''}: ${entity.name}`);
}

function merges(changes: readonly LearningChange[]): string[] {
  return changes.flatMap((change) => (change.change === 'merge-suggested' ? [`${change.a.name} = ${change.b.name}: ${change.because}`] : []));
}

const stand: Article[] = readStandArticles().map(({ slug, title, outlet, blocks }) => ({
  id: slug,
  url: `https://stand.test/${slug}`,
  title,
  outlet: outlet.id,
  text: blocks.map(({ source }) => source).join('\n\n'),
}));

describe('learn', () => {
  it('takes a full name, a role with a surname and a surname alone for one person', () => {
    const { found } = learnAll(
      articles(
        'They met Sergey Kislyak in the city. Then Kislyak went home.',
        'A dinner with Sergey Kislyak was held by the senator.',
        'It was said that Ambassador Kislyak went home, and Kislyak did not return.',
        'Nobody had asked for Kislyak before that week in the spring.',
      ),
    );
    expect(found.map(({ entity }) => entity)).toEqual([
      { id: 'learned:sergey-kislyak', name: 'Sergey Kislyak', kind: 'person', aliases: [] },
    ]);
  });

  it('tells how many articles and which outlets have a name, and where it stands', () => {
    const text = 'They met Sergey Kislyak in the city.';
    const given = articles(text, `${text} Again.`, `${text} And again.`);
    const [learned] = learnAll(given).changes;
    expect(learned).toMatchObject({
      change: 'entity-learned',
      evidence: { articles: 3, outlets: ['Outlet 0', 'Outlet 1', 'Outlet 2'], examples: [{ article: 'a0', field: 'text', start: 9, end: 23 }, { article: 'a1' }, { article: 'a2' }] },
    });
    expect(text.slice(9, 23)).toBe('Sergey Kislyak');
  });

  it('makes entities that the model accepts', () => {
    for (const { entity } of learnAll(stand).found) expect(entitySchema.safeParse(entity).success).toBe(true);
  });

  it('leaves out what one outlet alone or two articles alone have', () => {
    const text = 'They met Sergey Kislyak in the city';
    expect(names(articles(`${text}.`, `${text} again.`))).toEqual([]);
    const ofOne = articles(`${text}.`, `${text} again.`, `${text} and left.`).map((article) => ({ ...article, outlet: 'One' }));
    expect(names(ofOne)).toEqual([]);
  });

  it('leaves out what the knowledge base has', () => {
    const text = 'They met Sergey Kislyak and Rod Rosenstein in the city';
    const given = articles(`${text}.`, `${text} again.`, `${text} and left.`);
    const { found } = learnAll(given, (name) => name === 'Sergey Kislyak');
    expect(found.map(({ entity }) => entity.name)).toEqual(['Rod Rosenstein']);
  });

  it('counts an article once, and an agency report that several outlets print', () => {
    const [one] = articles(`They met Sergey Kislyak in the city. ${'And so it went on and on, as it does. '.repeat(8)}`);
    const copies = [one!, one!, { ...one!, id: 'b', outlet: 'B' }, { ...one!, id: 'c', outlet: 'C', title: 'the same in other words' }];
    const { state, found } = learnAll(copies);
    expect(state.articles).toBe(1);
    expect(found).toEqual([]);
    const again = learn(state, copies, nothingKnown);
    expect(again.changes).toEqual([]);
    expect(again.state).toEqual(state);
  });

  it('takes nothing from headlines in capitals, days, or words that begin sentences', () => {
    const text = [
      'Senator Sees Bright Future For Good Old Plan',
      'BREAKING NEWS FROM EVERYWHERE TODAY',
      'On Tuesday Rod Rosenstein said so. Asked Rod Rosenstein again in March. When Rod Rosenstein left, they asked and asked.',
    ].join('\n\n');
    expect(names(articles(...['one', 'two', 'three', 'four'].map((word) => `it was ${word} then\n\n${text}`)))).toEqual(['person: Rod Rosenstein']);
  });

  it('keeps particles, initials and hyphens in names and leaves roles out', () => {
    const text = 'It was said by President Bashar al-Assad, by Ursula von der Leyen, by Rep. Alexandria Ocasio-Cortez and by Sen. H. John Heinz III that House Speaker Paul Ryan left';
    expect(names(articles(`${text}.`, `${text} again.`, `${text} twice.`)).sort()).toEqual([
      'person: Alexandria Ocasio-Cortez', 'person: Bashar al-Assad', 'person: H. John Heinz III', 'person: Paul Ryan', 'person: Ursula von der Leyen',
    ]);
  });

  it('joins the words of institutions, and takes no piece of them for a name', () => {
    const text = 'They asked the Department of Homeland Security, the Food and Drug Administration, the Freedom of Information Act and Joe Manchin of West Virginia';
    const found = names(articles(`${text}.`, `${text} again.`, `${text} twice.`));
    expect(found).toContain('organisation: Department of Homeland Security');
    expect(found).toContain('organisation: Food and Drug Administration');
    expect(found).toContain('person: Joe Manchin');
    expect(found.filter((name) => /: (Homeland Security|Drug Administration|Information Act|Joe Manchin of West Virginia)$/.test(name))).toEqual([]);
  });

  it('takes what mostly stands within a longer name for a piece of it, also where it stands alone', () => {
    const long = Array.from({ length: 4 }, (_, index) => `They asked the Center for Baltic Research Institute number ${index}.`);
    const short = Array.from({ length: 3 }, (_, index) => `They asked the Baltic Research Institute number ${index}.`);
    expect(names(articles(...long, ...short))).toEqual(['organisation: Center for Baltic Research Institute']);
    expect(names(articles(...short))).toEqual(['organisation: Baltic Research Institute']);
  });

  it('guesses kinds from words, roles and places', () => {
    const text = 'A storm hit Boca Raton, Fla., near Orange County. During Hurricane Sandy the Brookings Institution closed, and the Clean Water Act was read in Boca Raton by Mayor Ketanji Oduya';
    expect(names(articles(`${text}.`, `${text} again.`, `${text} twice.`)).sort()).toEqual([
      'event: Hurricane Sandy', 'organisation: Brookings Institution', 'person: Ketanji Oduya', 'place: Boca Raton', 'place: Orange County', 'topic: Clean Water Act',
    ]);
  });

  it('finds acronyms in brackets, at once or later', () => {
    const long = 'It went to the National Labor Relations Board';
    const texts = [`${long} (NLRB).`, `${long} (NLRB) again.`, `${long} twice.`];
    expect(learnAll(articles(...texts)).found[0]?.entity.aliases).toEqual(['NLRB']);
    const { changes } = learnAll(articles(`${long}.`, `${long} again.`, `${long} twice.`, `${long} (NLRB).`, `${long} (NLRB) again.`));
    expect(changes.at(-1)).toEqual({ change: 'alias-found', entity: 'learned:national-labor-relations-board', alias: 'NLRB', articles: 2 });
  });

  it('suggests spellings of one name with the evidence and merges none', () => {
    const [one, other] = ['They met Sergey Kislyak in the city', 'They met Sergei Kislyak in the city'];
    const { changes, found } = learnAll(articles(`${one}.`, `${other}.`, `${one} again.`, `${other} again.`, `${one} twice.`, `${other} twice.`));
    expect(found).toHaveLength(2);
    expect(merges(changes)).toEqual(['Sergey Kislyak = Sergei Kislyak: spelling']);
    expect(changes.at(-1)).toMatchObject({ a: { entity: 'learned:sergey-kislyak' }, evidence: { a: { articles: 3 }, b: { articles: 3 } } });
  });

  it('suggests merging with a name that was there before, and says that it was', () => {
    const [one, other] = ['They met Michael Flynn in the city', 'They met Michael T. Flynn in the city'];
    const given = articles(`${one}.`, `${one} again.`, `${one} twice.`, `${other}.`, `${other} again.`, `${other} twice.`);
    const { changes } = learnAll(given, (name) => name === 'Michael Flynn');
    const suggestion = changes.find(({ change }) => change === 'merge-suggested');
    expect(suggestion).toMatchObject({ a: { name: 'Michael Flynn' }, b: { entity: 'learned:michael-t-flynn' }, because: 'middle-name' });
    expect(suggestion).not.toHaveProperty('a.entity');
  });

  it('learns topics that articles are about, and not the phrases they share', () => {
    const filler = (index: number): string => `Number ${index} was quite another matter, with recent remarks about it.`;
    const about = Array.from({ length: 12 }, (_, index) => ({
      ...articles(`They spoke of election security. Then election security came up. ${filler(index)}`)[0]!,
      id: `t${index}`,
      outlet: `Outlet ${index % 5}`,
      title: index % 3 === 0 ? 'fears for election security' : 'another day',
    }));
    const rest = Array.from({ length: 30 }, (_, index) => ({ ...articles(`It rained. ${filler(index + 100)}`)[0]!, id: `r${index}` }));
    expect(names([...about, ...rest])).toEqual(['topic: election security']);
  });

  it('learns the people of the sample stand', () => {
    const { found, changes } = learnAll(stand, (name) => name === 'Jeff Sessions');
    const people = found.filter(({ entity }) => entity.kind === 'person').map(({ entity }) => entity.name);
    expect(people).toEqual(expect.arrayContaining(['Sergey Kislyak', 'Michael Flynn', 'Robert Mueller', 'James Comey', 'Rod Rosenstein']));
    expect(found.map(({ entity }) => entity.name)).not.toContain('Sessions');
    expect(found.map(({ entity }) => entity.name)).not.toContain('Kislyak');
    expect(merges(changes)).toContain('Sergei Kislyak = Sergey Kislyak: spelling');
  });

  it('learns the same in one batch or in many', () => {
    const whole = learn(emptyLearning(), stand, nothingKnown);
    fc.assert(
      fc.property(fc.array(fc.nat(stand.length), { maxLength: 6 }), (cuts) => {
        const bounds = [0, ...cuts.toSorted((a, b) => a - b), stand.length];
        let state = emptyLearning();
        const changes: LearningChange[] = [];
        for (let at = 1; at < bounds.length; at += 1) {
          // Between batches the state goes through the database.
          const learned = learn(structuredClone(state), stand.slice(bounds[at - 1], bounds[at]), nothingKnown);
          state = learned.state;
          changes.push(...learned.changes);
        }
        expect(changes).toEqual(whole.changes);
        expect(state).toEqual(whole.state);
      }),
      { numRuns: 25 },
    );
  });

  it('leaves the state that it was given as it is', () => {
    const { state } = learn(emptyLearning(), stand.slice(0, 10), nothingKnown);
    const before = structuredClone(state);
    learn(state, stand.slice(10), nothingKnown);
    expect(state).toEqual(before);
  });

  it('does not stumble over any text', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ title: fc.string({ unit: 'grapheme' }), text: fc.string({ unit: 'grapheme', maxLength: 400 }) })), (texts) => {
        const given = texts.map(({ title, text }, index) => ({ ...articles(text)[0]!, id: `x${index}`, title }));
        const { state } = learn(emptyLearning(), given, nothingKnown);
        expect(state.articles).toBeLessThanOrEqual(given.length);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['constructor', '__proto__', 'toString'])('treats %s like every other word', (word) => {
    const text = `They met Rod ${word} and the ${word} of it, ${word}`;
    expect(() => learnAll(articles(`${text}.`, `${text} again.`, `${text} twice.`))).not.toThrow();
  });
});
