import { describe, expect, it } from 'vitest';
import { byEntity, reportAsText, type ReportedAnnotation } from '../../../scripts/start/page-report';

const jeff = { id: 'Q1', name: 'Jeff Sessions', kind: 'person' } as const;
const annotations: readonly ReportedAnnotation[] = [
  { text: 'Jeff Sessions', count: 1, confidence: 0.98, entity: jeff },
  { text: 'Senate', count: 2, confidence: 0.7, entity: { id: 'Q2', name: 'Senate' } },
  { text: 'Sessions', count: 6, confidence: 0.9, entity: jeff },
];

describe('byEntity', () => {
  it('joins the ways in which an entity is written, in the order of the page', () => {
    expect([...byEntity(annotations)].map(([id, mentions]) => [id, mentions.map(({ text }) => text)])).toEqual([
      ['Q1', ['Jeff Sessions', 'Sessions']],
      ['Q2', ['Senate']],
    ]);
  });
});

describe('reportAsText', () => {
  it('shows each entity with its marks and its coverage', () => {
    const article = {
      title: 'Two meetings with the ambassador',
      outlet: 'Sample Post',
      url: 'http://post.test/a',
      published: '2017-03-01T00:00:00Z',
      reason: 'Also names Sergey Kislyak',
    };
    const page = { url: 'http://herald.test/a', title: 'Hearing', annotations, coverage: { Q1: [article] } };
    expect(reportAsText({ browser: 'firefox', pages: [page], errors: [] })).toBe(`What a reader sees in firefox

Hearing
http://herald.test/a

  Jeff Sessions, person
    marked: “Jeff Sessions” × 1 (0.98), “Sessions” × 6 (0.90)
    2017-03-01  Sample Post: Two meetings with the ambassador
                Also names Sergey Kislyak
                http://post.test/a

  Senate
    marked: “Senate” × 2 (0.70)
    nothing from the sources`);
  });

  it('says when nothing is marked', () => {
    const page = { url: 'http://herald.test/b', title: 'Training sessions', annotations: [], coverage: {} };
    expect(reportAsText({ browser: 'chromium', pages: [page], errors: [] })).toContain('Nothing is marked here.');
  });
});
