import { describe, expect, it } from 'vitest';
import { chooseMarks } from '../../../lib/page/choose-marks';
import type { MarkCandidate } from '../../../lib/page/choose-marks';

type Facts = Partial<Omit<MarkCandidate, 'subject'>> & Partial<MarkCandidate['subject']>;

/** Mentions in blocks of 1,000 characters: each block a list of names, in order. */
function mentionsIn(blocks: readonly (readonly (Facts & { readonly id: string })[])[]): readonly MarkCandidate[] {
  return blocks.flatMap((names, block) =>
    names.map(({ id, kind, hasNews, ...facts }, nth) => ({
      subject: { id, kind, hasNews }, confidence: 0.9, block, at: 1_000 * block + 10 * nth, isLinked: false, ...facts,
    })),
  );
}

function chosen(mentions: readonly MarkCandidate[], density: 'few' | 'normal' | 'all', hiddenKinds: ('person' | 'place')[] = []): string[] {
  const marks = chooseMarks(mentions, { density, hiddenKinds });
  return mentions.flatMap((mention) => (marks.has(mention) ? [`${mention.subject.id} ${mention.at}`] : []));
}

const names = (text: string) => text.split(' ').map((id) => ({ id }));

describe('chooseMarks', () => {
  it('marks a name once on a page that is to have few marks', () => {
    expect(chosen(mentionsIn([names('a b'), names('a'), [], [], [], names('a b')]), 'few')).toEqual(['a 0', 'b 10']);
  });

  it('marks a name again when some paragraphs have gone by', () => {
    const mentions = mentionsIn([names('a a'), names('a'), names('b'), names('a b'), names('a')]);
    expect(chosen(mentions, 'normal')).toEqual(['a 0', 'b 2000', 'a 3000']);
  });

  it('marks every mention where all are wanted', () => {
    const mentions = mentionsIn([names('a a a'), [{ id: 'a', isLinked: true }]]);
    expect(chosen(mentions, 'all')).toHaveLength(4);
  });

  it('marks few names in one paragraph, those with something new first, then the surer ones', () => {
    const crowd = [
      { id: 'a', confidence: 0.6 }, { id: 'b', confidence: 0.7 }, { id: 'c', confidence: 0.5, hasNews: true }, { id: 'd', confidence: 0.8 },
    ];
    expect(chosen(mentionsIn([crowd]), 'few')).toEqual(['c 20', 'd 30']);
  });

  it('marks what had no room in one paragraph in the next', () => {
    expect(chosen(mentionsIn([names('a b c'), names('c')]), 'few')).toEqual(['a 0', 'b 10', 'c 1000']);
  });

  it('marks the first of two mentions, even where the second is surer', () => {
    expect(chosen(mentionsIn([[{ id: 'a', confidence: 0.5 }, { id: 'a', confidence: 0.9 }]]), 'normal')).toEqual(['a 0']);
  });

  it('marks a link only where the name stands nowhere else', () => {
    expect(chosen(mentionsIn([[{ id: 'a', isLinked: true }, { id: 'b', isLinked: true }], names('a')]), 'normal')).toEqual(['b 10', 'a 1000']);
  });

  it('leaves out the kinds that the reader does not want, and keeps names of which nobody knows the kind', () => {
    const mentions = mentionsIn([[{ id: 'a', kind: 'person' }, { id: 'b', kind: 'place' }, { id: 'c' }]]);
    expect(chosen(mentions, 'all', ['person'])).toEqual(['b 10', 'c 20']);
  });
});
