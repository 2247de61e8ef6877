import { describe, expect, it } from 'vitest';
import { sentenceStarts, splitSentences } from '../../../lib/text/sentences';
import { tokenise } from '../../../lib/text/tokens';

function sentences(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  it('ends sentences at terminators and their closing quotes', () => {
    expect(sentences('He said: “No.” She left! Why? Nobody knows… The end.')).toEqual([
      'He said: “No.”', 'She left!', 'Why?', 'Nobody knows…', 'The end.',
    ]);
  });

  it('goes on after abbreviations, initials, dotted acronyms and decimals', () => {
    expect(sentences('Sen. George W. Bush of the U.S. Congress paid 3.5 million. It rose.')).toEqual([
      'Sen. George W. Bush of the U.S. Congress paid 3.5 million.', 'It rose.',
    ]);
  });

  it('ends at empty lines and at ideographic stops', () => {
    expect(sentences('A headline\n\nThe story')).toEqual(['A headline', 'The story']);
    expect(sentences('東京です。大阪です。')).toEqual(['東京です。', '大阪です。']);
  });

  it('goes on after a question that is followed by a small letter', () => {
    expect(sentences('“Why?” she asked. He left.')).toEqual(['“Why?” she asked.', 'He left.']);
  });
});

describe('sentenceStarts', () => {
  it('marks the first word of each sentence', () => {
    const text = 'Sessions met Kislyak. Trump, who knew. “Sessions did”';
    const tokens = tokenise(text);
    const starts = sentenceStarts(text, tokens);
    expect(tokens.filter((_, index) => starts[index]).map(({ norm }) => norm)).toEqual(['sessions', 'trump', 'sessions']);
  });
});
