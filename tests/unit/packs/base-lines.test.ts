import { describe, expect, it } from 'vitest';
import { limits } from '../../../lib/model/limits';
import { parseBaseItem } from '../../../lib/packs/base-lines';

const article = {
  id: 'a', url: 'https://news.example/1', title: 'Sessions testifies', outlet: 'The Herald',
  origins: ['read'], guids: [], revision: 0, linked: true, counted: true, mentions: [], size: 12,
};

function takes(more: object): boolean {
  return parseBaseItem(JSON.stringify({ is: 'article', article: { ...article, ...more } })).ok;
}

function many<T>(count: number, one: T): T[] {
  return Array.from({ length: count }, () => one);
}

describe('an article’s line in a saved file', () => {
  it.each([
    ['names that its feeds have for it', 1_000, (count: number) => ({ guids: many(count, 'guid') })],
    ['characters of such a name', 2 * limits.urlLength, (count: number) => ({ guids: ['g'.repeat(count)] })],
    ['sources', 1_000, (count: number) => ({ origins: many(count, 'read') })],
    ['names in its text', 10_000, (count: number) => ({ mentions: many(count, { entity: 'own:1', count: 1, confidence: 0.9, inTitle: false }) })],
    ['reports of the same event', 1_000, (count: number) => ({ together: many(count, 'b') })],
  ])('has so many %s and no more: %i', (_, most, having) => {
    expect([takes(having(most)), takes(having(most + 1))]).toEqual([true, false]);
  });
});
