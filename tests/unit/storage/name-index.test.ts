import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex, NameIndexBuilder } from '../../../lib/storage/name-index';
import type { IndexedEntity } from '../../../lib/storage/name-index';
import { tokenise } from '../../../lib/text/tokens';

function indexOf(entities: readonly IndexedEntity[]): NameIndex {
  const builder = new NameIndexBuilder();
  for (const entity of entities) builder.add(entity);
  const index = NameIndex.open(builder.build());
  if (!index) throw new Error('does not open');
  return index;
}

const people: IndexedEntity[] = [
  { number: 1, names: ['Jeff Sessions', 'Jefferson Beauregard Sessions'], kind: 'person', popularity: 0.7 },
  { number: 512, names: ['Pete Sessions'], kind: 'person', popularity: 0.4 },
  { number: 7, names: ['House Judiciary Committee', 'HJC'], kind: 'organisation', popularity: 0.5 },
  { number: 9, names: ['Müller'] },
];

describe('NameIndex', () => {
  it.each([
    ['sess', [1, 512]],
    ['hjc house', []],
    ['jefferson b', [1]],
    ['pete s', [512]],
    ['S P', [512]],
    ['beau', [1]],
    ['hjc', [7]],
    ['muller', [9]],
    ['essions', []],
    ['', [1, 7, 512, 9]],
    ['zz', []],
  ])('finds by the beginnings of words: “%s”', (text, numbers) => {
    expect([...indexOf(people).find({ text })]).toEqual(numbers);
  });

  it('leaves out other kinds', () => {
    expect([...indexOf(people).find({ text: '', kind: 'organisation' })]).toEqual([7]);
  });

  it('opens no bytes that are cut short or foreign', () => {
    const builder = new NameIndexBuilder();
    builder.add({ number: 1, names: ['Ada'] });
    expect(NameIndex.open(builder.build().slice(0, -1))).toBeUndefined();
    expect(NameIndex.open(new ArrayBuffer(3))).toBeUndefined();
    expect(NameIndex.open(new ArrayBuffer(64))).toBeUndefined();
  });

  it('takes apart plain names like all others', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'B', '7', ' ', '-', 's'), maxLength: 12 });
    fc.assert(
      fc.property(plain, (name) => {
        const index = indexOf([{ number: 1, names: [name] }]);
        for (const { norm } of tokenise(name)) expect([...index.find({ text: `${norm}.` })]).toEqual([1]);
        expect(index.find({ text: name })).toHaveLength(1);
      }),
    );
  });

  it('finds what looking at every name finds', () => {
    const word = fc.constantFrom('al', 'alba', 'Albany', 'ban', 'Österreich', 'ost', 'U.S.', '中国', '’', 'O’Neil');
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const entities = fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(entities, fc.array(fc.constantFrom('a', 'al', 'alb', 'o', 'us', '中', 'b', 'neil')), (all, words) => {
        const listed = all.map((names, number): IndexedEntity => ({ number, names }));
        const norms = words.flatMap((each) => tokenise(each).map(({ norm }) => norm));
        const fits = ({ names }: IndexedEntity) => {
          return names.some((name) => norms.every((norm) => tokenise(name).some((token) => token.norm.startsWith(norm))));
        };
        const found = indexOf(listed).find({ text: words.join(' ') });
        expect([...found].sort()).toEqual(listed.filter(fits).map(({ number }) => number).sort());
      }),
    );
  });
});
