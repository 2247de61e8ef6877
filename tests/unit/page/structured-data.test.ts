import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestScript, readStructuredData } from '../../../lib/page/structured-data';

const read = (...values: unknown[]) => readStructuredData(values.map((value) => JSON.stringify(value)));

describe('readStructuredData', () => {
  it('takes headline, date and language of the article', () => {
    const article = { '@type': 'NewsArticle', headline: 'H', datePublished: '2019-05-14', inLanguage: 'en' };
    expect(read({ '@type': 'WebSite' }, article)).toEqual({
      kind: 'article', headline: 'H', published: '2019-05-14', language: 'en',
    });
  });

  it.each([
    ['in a list', [{ '@type': 'Organization' }, { '@type': 'BlogPosting', headline: 'H' }]],
    ['in a graph', { '@graph': [{ '@type': 'WebPage' }, { '@type': ['Thing', 'ReportageNewsArticle'], headline: 'H' }] }],
    ['as main entity', { '@type': 'WebPage', mainEntity: { '@type': 'https://schema.org/Article', headline: 'H' } }],
  ])('finds the article %s', (_, value) => {
    expect(read(value)).toMatchObject({ kind: 'article', headline: 'H' });
  });

  it('takes the stories of a list for a list', () => {
    const story = { '@type': 'NewsArticle', headline: 'H' };
    expect(read({ '@type': 'ItemList', itemListElement: [{ item: story }] }).kind).toBe('listing');
    expect(read({ '@type': 'CollectionPage', hasPart: [story] }).kind).toBe('listing');
    expect(read([story, story, story, story])).toEqual({ kind: 'listing' });
  });

  it('has no opinion of other pages', () => {
    expect(read({ '@type': 'WebSite' }, { '@type': 'BreadcrumbList' }).kind).toBeUndefined();
    expect(readStructuredData([]).kind).toBeUndefined();
  });

  it('goes on after what does not parse and what is too long', () => {
    const long = JSON.stringify({ '@type': 'Article', headline: 'Long', name: 'x'.repeat(longestScript) });
    const good = JSON.stringify({ '@type': 'Article', headline: 'Good' });
    expect(readStructuredData(['{"@type": "ItemList",', '', 'null', '7', long, good])).toMatchObject({ kind: 'article', headline: 'Good' });
  });

  it('is not misled by foreign types and prototypes', () => {
    expect(read({ '@type': 'Article', headline: { toString: 'x' }, datePublished: 7, inLanguage: ['en'] })).toEqual({
      kind: 'article', headline: undefined, published: undefined, language: undefined,
    });
    expect(readStructuredData(['{"__proto__": {"@type": "Article"}}']).kind).toBeUndefined();
    expect(readStructuredData(['{"@type": {"length": 1, "0": "Article"}}']).kind).toBeUndefined();
  });

  it('reads nothing but what an object has itself', () => {
    Object.defineProperty(Object.prototype, 'headline', { value: 'Of all objects', configurable: true });
    try {
      expect(read({ '@type': 'Article' }).headline).toBeUndefined();
    } finally {
      Reflect.deleteProperty(Object.prototype, 'headline');
    }
  });

  it('stops in depth and in number', () => {
    expect(readStructuredData([`${'['.repeat(100_000)}${']'.repeat(100_000)}`]).kind).toBeUndefined();
    let nested: unknown = { '@type': 'Article' };
    for (let depth = 0; depth < 1_000; depth++) nested = { '@graph': nested };
    expect(read(nested).kind).toBeUndefined();
    expect(read(Array.from({ length: 2_000 }, () => ({ '@type': 'Thing' })), { '@type': 'Article' }).kind).toBeUndefined();
    const many = Array.from({ length: 31 }, (_, index) => JSON.stringify({ '@type': index === 30 ? 'Article' : 'Thing' }));
    expect(readStructuredData(many).kind).toBeUndefined();
  });

  it('gives nothing but texts, whatever it is given', () => {
    const keys = fc.constantFrom('@type', '@graph', 'mainEntity', 'mainEntityOfPage', 'headline', 'name', 'datePublished', 'inLanguage', '__proto__', 'constructor', 'toString', 'length');
    const { value: values } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 7 }, fc.constantFrom('NewsArticle', 'ItemList', 'https://schema.org/Report', '', null, 7, true), fc.string(), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(keys, tie('value'), { maxKeys: 5 })),
    }));
    const scripts = fc.array(fc.oneof({ weight: 4, arbitrary: values.map((value) => JSON.stringify(value)) }, { weight: 1, arbitrary: fc.string() }), { maxLength: 4 });
    fc.assert(fc.property(scripts, (texts) => {
      const { kind, ...told } = readStructuredData(texts);
      expect([undefined, 'article', 'listing']).toContain(kind);
      for (const text of Object.values(told)) expect(['string', 'undefined']).toContain(typeof text);
    }), { numRuns: 1_000 });
  });
});
