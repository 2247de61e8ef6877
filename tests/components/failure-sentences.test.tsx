import { describe, expect, it } from 'vitest';
import { sentenceFor } from '../../components/failure-sentences';
import { failureKinds } from '../../lib/errors/failure';

describe('sentenceFor', () => {
  it('speaks of every failure in whole sentences and never in the words that blame', () => {
    for (const kind of failureKinds) {
      const sentence = sentenceFor({ kind });
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/\b(error|invalid|oops|please)\b/i);
    }
  });

  it('names the status that a host answered with', () => {
    expect(sentenceFor({ kind: 'refused', detail: '404' })).toContain('status 404');
  });

  it('promises nothing of a broken feed that is no source yet', () => {
    expect(sentenceFor({ kind: 'not-a-feed', detail: 'broken' })).toBe('The feed there is broken: Sidelight cannot read it. Look on its site for another, or try again later.');
  });
});
