import { describe, expect, it } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { openGazetteer } from '../../../lib/gazetteer/open-gazetteer';
import { readDocument } from '../../../lib/linking/read-document';
import { spottedSpans } from '../../../lib/linking/spotted-spans';
import { standingOf } from '../../../lib/linking/standing';
import type { Entity } from '../../../lib/model/entity';
import { linksIn, linkText } from './link-text';

/** Forty towns, each less known than the one before. */
const towns = Array.from({ length: 40 }, (_, at): Entity => {
  return { id: `town${at}`, name: `Fairhaven, Land ${at}`, kind: 'place', aliases: ['Fairhaven'], description: `town in land ${at}`, popularity: 0.9 - at / 50 };
});
const text = 'The mayor of Fairhaven resigned on Monday. Nobody in Fairhaven was surprised.';

describe('a name that many share', () => {
  it('is judged without the facts of those that stand lowest being read', () => {
    const read = new Set<number>();
    const numbered = new Map(towns.map((town, number) => [number, town]));
    const entities = {
      get: (number: number) => {
        read.add(number);
        return numbered.get(number);
      },
      standing: (number: number) => standingOf(towns[number]!),
      [Symbol.iterator]: () => numbered[Symbol.iterator](),
    };
    expect(linkText(towns, text, { entities })).toEqual(linkText(towns, text));
    expect([...read].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, at) => at));
  });

  it('may mean somebody little known whom the document names in full', () => {
    const people = towns.map((town, at): Entity => ({ id: `p${at}`, name: `Ann${'abcdefghij'[at % 10]!}${'klmn'[Math.floor(at / 10)]!} Fairhaven`, kind: 'person', aliases: [], popularity: town.popularity }));
    const last = people.at(-1)!;
    expect(linksIn(people, `On Monday ${last.name} resigned.\nLater Fairhaven said why.`)).toEqual([`${last.name} → ${last.name}`, `Fairhaven → ${last.name}`]);
  });

  it('may mean somebody little known to whom the reader gave it', () => {
    const given = towns.map((town, at): Entity => (at === 39 ? { ...town, vouched: ['Fairhaven'] } : town));
    const opened = openGazetteer(compileGazetteer(given.map((_, entity) => ({ alias: 'Fairhaven', entity, form: 'alias' as const }))));
    if (!opened.ok) throw new Error(`The gazetteer is ${opened.failure.kind}.`);
    const [span] = spottedSpans({ reading: readDocument([text]), matches: [opened.value.spot(text)], entities: new Map(given.entries()) });
    expect(span?.candidates.map(({ entity }) => entity)).toEqual([...Array.from({ length: 15 }, (_, at) => at), 39]);
  });

  it('means whom the reader said, however little known', () => {
    const last = towns.at(-1)!;
    expect(linksIn(towns, text, { corrections: [{ text: 'Fairhaven', is: last.id }] })).toEqual([
      `Fairhaven → ${last.name}`,
      `Fairhaven → ${last.name}`,
    ]);
  });
});

describe('standingOf', () => {
  it('is a byte that grows with popularity, and is more for what is described', () => {
    const one = { id: 'a', name: 'A', aliases: [] };
    const standings = [0, 0.02, 0.1, 0.4, 0.6, 0.99, 1].map((popularity) => standingOf({ ...one, popularity }));
    expect(standings).toEqual([...standings].sort((a, b) => a - b));
    expect(standings.at(0)).toBeGreaterThanOrEqual(0);
    expect(standingOf({ ...one, popularity: 1, kind: 'place' })).toBeLessThanOrEqual(255);
    expect(standingOf({ ...one, popularity: 0.4, description: 'd' })).toBeGreaterThan(standingOf({ ...one, popularity: 0.4 }));
  });
});
