import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../lib/linking/read-document';

const words = (text: string) => readDocument([text]).blocks[0]!.words;

describe('readDocument', () => {
  it('says which words open a sentence or a quotation', () => {
    const opening = words('The mayor left. “We know,” said Dr. Gray: No comment.').filter(({ opens }) => opens);
    expect(opening.map(({ key }) => key)).toEqual(['the', 'we', 'no']);
  });

  it('sees where a name can go on', () => {
    const gaps = words("New York-based Smith's Acme, Inc").map(({ key, gap }) => `${key} ${gap}`);
    expect(gaps).toEqual(['new break', 'york space', 'based hyphen', 'smith space', 'acme break', 'inc break']);
  });

  it('tells headlines from sentences', () => {
    const titled = (text: string) => readDocument([text]).blocks[0]!.titled;
    expect(titled('Mayor Gray Wins Vote in Close Race')).toBe(true);
    expect(titled('MAYOR WINS VOTE')).toBe(true);
    expect(titled('Mayor Ada Gray won the vote on Monday in a close race.')).toBe(false);
    expect(titled('The bird was a Wild Turkey Farm animal.')).toBe(false);
  });

  it('counts how words are written amid sentences', () => {
    const { lower, capital } = readDocument(['The sessions ended. Sessions are long.', 'Then Sessions left.']);
    expect([lower.get('sessions'), capital.get('sessions')]).toEqual([1, 1]);
  });

  it('hears sports', () => {
    const sports = readDocument(['The striker scored two goals in the match and the coach praised the squad.']).sports;
    expect(sports).toBeGreaterThan(readDocument(['The senate passed the law after a long debate about taxes.']).sports);
  });
});
