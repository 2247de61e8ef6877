import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleEvidence } from '../../../lib/linking/article-evidence';
import { CoverageCounts, type ArticleEvidence } from '../../../lib/linking/coverage-evidence';
import { linksIn } from './link-text';
import { politics } from './politics';

const article = (names: Record<string, number[]>): ArticleEvidence => ({
  names: new Map(Object.entries(names)),
  entities: [...new Set(Object.values(names).flat())],
});

describe('CoverageCounts', () => {
  it('counts articles by name, by meaning, by entity and by pair', () => {
    const counts = new CoverageCounts();
    counts.add(article({ sessions: [0], trump: [3] }));
    counts.add(article({ sessions: [1] }));
    counts.add(article({ sessions: [] }));
    expect([counts.articles, counts.withName('sessions'), counts.withMeaning('sessions', 0)]).toEqual([3, 3, 1]);
    expect([counts.withEntity(0), counts.withBoth(0, 3), counts.withBoth(3, 0), counts.withBoth(0, 1)]).toEqual([1, 1, 1, 0]);
  });

  it('forgets an article that is taken away', () => {
    const small = fc.integer({ min: 0, max: 5 });
    const evidence = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.uniqueArray(small)).map(article);
    fc.assert(
      fc.property(fc.array(evidence), evidence, small, (kept, gone, entity) => {
        const plain = new CoverageCounts();
        const changed = new CoverageCounts();
        changed.add(gone);
        for (const one of kept) {
          plain.add(one);
          changed.add(one);
        }
        changed.add(gone, -1);
        for (const counts of [plain, changed]) expect(counts.articles).toBe(kept.length);
        expect(changed.withEntity(entity)).toBe(plain.withEntity(entity));
        expect(changed.withBoth(entity, 1)).toBe(plain.withBoth(entity, 1));
        expect(changed.withMeaning('a', entity)).toBe(plain.withMeaning('a', entity));
      }),
    );
  });
});

describe('articleEvidence', () => {
  it('keeps every name and of the links only the sure ones', () => {
    const span = { block: 0, start: 0, end: 1, from: 0, to: 1, key: 'sessions', candidates: [] };
    const evidence = articleEvidence([
      { span, candidates: [{ entity: 4, confidence: 0.95 }] },
      { span: { ...span, key: 'turkey' }, candidates: [{ entity: 5, confidence: 0.5 }] },
    ]);
    expect(evidence.names).toEqual(new Map([['sessions', [4]], ['turkey', []]]));
    expect(evidence.entities).toEqual([4]);
  });
});

describe('linkDocument with coverage', () => {
  it('is surer of what a name has always meant', () => {
    const coverage = new CoverageCounts();
    for (let i = 0; i < 50; i++) coverage.add(article({ trump: [3], sessions: [0] }));
    const text = 'Reporters asked Trump about the vote.';
    expect(linksIn(politics, text)).toEqual([]);
    expect(linksIn(politics, text, { coverage })).toEqual(['Trump → Donald Trump']);
  });

  it('takes no word for a name that the page writes small too, whomever the name has always meant', () => {
    const coverage = new CoverageCounts();
    for (let i = 0; i < 50; i++) coverage.add(article({ sessions: [0], trump: [1] }));
    const two = ['Jeff Sessions', 'Donald Trump'].map((name) => politics.find((entity) => entity.name === name)!);
    expect(linksIn(two, 'Reporters asked Trump and Sessions about the vote.', { coverage })).toContain('Sessions → Jeff Sessions');
    const small = 'Trump said sessions start at noon.\nSessions are free, Trump said.';
    expect(linksIn(two, small, { coverage })).toEqual(['Trump → Donald Trump', 'Trump → Donald Trump']);
  });
});
