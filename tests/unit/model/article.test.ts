import { describe, expect, it } from 'vitest';
import { articleSchema } from '../../../lib/model/article';
import { limits } from '../../../lib/model/limits';

const article = { id: 'a', url: 'https://news.example/1', title: 'Sessions testifies', outlet: 'The Herald' };

function takes(more: object): boolean {
  return articleSchema.safeParse({ ...article, ...more }).success;
}

describe('articleSchema', () => {
  it.each([
    ['characters of a title', limits.titleLength, (count: number) => ({ title: 'a'.repeat(count) })],
    ['characters of an outlet', limits.outletLength, (count: number) => ({ outlet: 'a'.repeat(count) })],
    ['characters of a summary', limits.summaryLength, (count: number) => ({ summary: 'a'.repeat(count) })],
    ['characters of a text', limits.articleTextLength, (count: number) => ({ text: 'a'.repeat(count) })],
    ['authors', limits.authorsPerArticle, (count: number) => ({ authors: Array.from({ length: count }, () => 'Ada Lindqvist') })],
    ['characters of an author', limits.nameLength, (count: number) => ({ authors: ['a'.repeat(count)] })],
    ['former headlines', limits.formerTitlesPerArticle, (count: number) => ({ formerTitles: Array.from({ length: count }, () => 'Before') })],
  ])('takes so many %s and no more: %i', (_, most, having) => {
    expect([takes(having(most)), takes(having(most + 1))]).toEqual([true, false]);
  });
});
