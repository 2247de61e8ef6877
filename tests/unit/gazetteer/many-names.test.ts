import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { openGazetteer } from '../../../lib/gazetteer/open-gazetteer';
import { randomFrom } from '../../bench/matching/random';

/** Enough names of few words that buckets of edges are full, and edges stand in later ones. */
const count = 6_000;
const random = randomFrom(11);
const words = Array.from({ length: 160 }, (_, at) => `W${at.toString(36)}x`);
const word = (): string => words[Math.floor(random() * words.length)]!;
const names = new Set<string>();
while (names.size < count) names.add(Array.from({ length: 2 + Math.floor(random() * 3) }, word).join(' '));
const entries = Array.from(names, (alias, entity) => ({ alias, entity, form: 'name' as const }));

function spots([base, overlay]: readonly [ArrayBuffer, ArrayBuffer?]): (text: string) => string[] {
  const opened = openGazetteer(base, overlay);
  if (!opened.ok) throw new Error(opened.failure.kind);
  return (text) => Array.from(opened.value.spot(text)).map(({ start, end, candidates }) => `${text.slice(start, end)} ${candidates[0]?.entity}`);
}

describe.each([
  ['compiled', () => [compileGazetteer(entries)] as const],
  ['half of them in an overlay', () => [compileGazetteer(entries.slice(0, count / 2)), compileGazetteer(entries.slice(count / 2))] as const],
])('spot over many names of the same words, %s', (_, compile) => {
  it('finds each, with whom it means', () => {
    const spot = spots(compile());
    const wrong = entries.filter(({ alias, entity }) => spot(alias)[0] !== `${alias} ${entity}`);
    expect(wrong).toEqual([]);
  });

  it('finds none that is not there', () => {
    const spot = spots(compile());
    for (let tries = 0; tries < count; tries += 1) {
      const text = `${word()} ${word()}`;
      expect(spot(text).map((found) => found.replace(/ \d+$/, ''))).toEqual(names.has(text) ? [text] : []);
    }
  });
});

describe('spot over names that begin with the same word', () => {
  it.each([[7], [8], [9], [600], [100_000]])('finds each of %i, the word itself, and none more', (followers) => {
    const spot = spots([compileGazetteer(Array.from({ length: followers + 1 }, (_, entity) => ({ alias: entity === 0 ? 'Q' : `Q x${entity}`, entity, form: 'name' as const })))]);
    const wrong = Array.from({ length: followers }, (_, at) => at + 1).filter((entity) => spot(`Q x${entity}`)[0] !== `Q x${entity} ${entity}`);
    expect(wrong).toEqual([]);
    expect(spot(`Q x0, Q y1, Q`)).toEqual(['Q 0', 'Q 0', 'Q 0']);
  });

  it('finds those that go on after a name of two words', () => {
    const names = ['Q x', ...Array.from({ length: 40 }, (_, at) => `Q x y${at}`)];
    const spot = spots([compileGazetteer(names.map((alias, entity) => ({ alias, entity, form: 'name' })))]);
    expect(spot([...names, 'Q x y40'].join(', '))).toEqual([...names.map((name, entity) => `${name} ${entity}`), 'Q x 0']);
  });
});
