import { describe, expect, it } from 'vitest';
import { nearReports, type NearReport } from '../../../lib/coverage/near-reports';

const page = {
  id: 'p', url: 'https://post.example/p', outlet: 'The Post', title: 'Brook Valley dam bursts',
  text: 'Water from the Brook Valley dam flooded Harbourton before dawn, and the mill was lost.',
};

function report(story: string, title: string, text: string): NearReport {
  return { story, reports: 1, article: { id: title, url: `https://wire.example/${title.length}`, outlet: 'The Wire', title, text } };
}

const mill = report('s1', 'Mill owners count their losses', 'The mill of Harbourton was lost when water came down the Brook Valley.');
const choir = report('s2', 'Choir sings at the fair', 'Sea songs and a brass band ended the summer.');
const flood = report('s3', 'Harbourton under water', 'Before dawn the Brook Valley dam burst; Harbourton was flooded and the mill lost.');

describe('nearReports', () => {
  it('puts what says most of the same first, and leaves out what says nothing of it', () => {
    expect(nearReports(page, [mill, choir, flood], 4).map(({ story }) => story)).toEqual(['s3', 's1']);
  });

  it('shows one report of each story, as many as are asked for', () => {
    const again = report('s3', 'Dam bursts above Harbourton', 'The dam burst.');
    expect(nearReports(page, [again, mill, flood], 4).map(({ article }) => article.title)).toEqual(['Harbourton under water', 'Mill owners count their losses']);
    expect(nearReports(page, [mill, flood], 1)).toEqual([flood]);
    expect(nearReports(page, [], 4)).toEqual([]);
  });
});
