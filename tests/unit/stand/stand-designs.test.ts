// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStand, type Stand } from '../../../scripts/stand/serve-stand';
import { ask } from './ask';

let stand: Stand;

beforeAll(async () => {
  const served = await serveStand();
  if (!served.ok) throw new Error(served.failure.kind);
  stand = served.value;
});

afterAll(() => stand.close());

async function open(slug: string) {
  const { url } = stand.articles.find((article) => article.slug === slug)!;
  const { headers, body } = await ask(url);
  return { url, headers, document: new DOMParser().parseFromString(body, 'text/html') };
}

const oneOfEach = ['sessions-house-judiciary-election-security', 'kislyak-goes-home', 'comey-fired'];

describe('the three designs', () => {
  it.each(oneOfEach)('describe %s in JSON-LD, Open Graph and article:published_time', async (slug) => {
    const { url, document } = await open(slug);
    const listing = stand.articles.find((article) => article.slug === slug)!;
    const data: unknown = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    const published = document.querySelector('meta[property="article:published_time"]')?.getAttribute('content');
    expect(data).toMatchObject({ '@type': 'NewsArticle', headline: listing.title, url, datePublished: published });
    expect(new Date(published ?? '').toISOString()).toBe(listing.published);
    expect(document.querySelector('meta[property="og:type"]')?.getAttribute('content')).toBe('article');
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(url);
    expect(document.querySelector('link[rel="alternate"]')?.getAttribute('href')).toMatch(/\.(xml|json)$/);
  });

  it('say on every page that it is a sample written for Sidelight', async () => {
    for (const { slug } of stand.articles) {
      const { document } = await open(slug);
      expect(document.body.textContent).toContain('written for Sidelight');
    }
  });

  it.each(oneOfEach)('surround %s with furniture', async (slug) => {
    const { document } = await open(slug);
    for (const part of ['nav', 'aside', 'footer', 'header']) expect(document.querySelector(part)).not.toBeNull();
  });
});

describe('heraldArticle', () => {
  it('allows nothing but its own style sheet and pictures', async () => {
    const { headers, document } = await open('sessions-house-judiciary-election-security');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'; img-src 'self';/);
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(document.querySelectorAll('style, [style], script:not([type="application/ld+json"])')).toHaveLength(0);
    expect(document.querySelector('article figcaption')).not.toBeNull();
    expect(document.querySelector('form textarea')).not.toBeNull();
  });

  it('serves its front page under the same policy', async () => {
    expect((await ask(`${stand.outlets[0]!.origin}/`)).headers['content-security-policy']).toContain("'none'");
  });
});

describe('postArticle', () => {
  it('puts names into links, bold and emphasis, and splits some over two elements', async () => {
    const text = (await open('kislyak-goes-home')).document.querySelector('.text');
    expect(text?.querySelector('b + em')?.outerHTML).toBe('<em>Kislyak</em>');
    expect(text?.querySelector('b + em')?.previousElementSibling?.outerHTML).toBe('<b>Sergey</b>');
    expect(text?.querySelector('a b + em')?.parentElement?.textContent).toBe('Jeff Sessions');
    expect(text?.textContent).toContain('Kis\u00adlyak');
    expect(text?.textContent).toContain('Barack\u00a0Obama');
    expect(text?.textContent).toContain('Kislyak’s');
    const plea = (await open('flynn-admits-lying')).document.querySelector('.text');
    const half = [...(plea?.querySelectorAll('b') ?? [])].find(({ textContent }) => textContent === 'Kis');
    expect(half?.nextSibling).toBe(half?.nextElementSibling);
    expect(half?.nextElementSibling?.outerHTML).toBe('<em>lyak</em>');
  });
});

describe('wireArticle', () => {
  it('holds no word of the article until its script brings it', async () => {
    const { url, document } = await open('comey-fired');
    const place = document.querySelector('#story');
    expect(place?.querySelector('article, h1')).toBeNull();
    expect(document.body.textContent).not.toContain('clear recommendations');
    const { body } = await ask(place?.getAttribute('data-story') ?? '');
    expect(body).toContain('clear recommendations');
    const script = document.querySelector('script[src]')?.getAttribute('src') ?? '';
    expect(new URL(script).origin).toBe(new URL(url).origin);
    expect((await ask(script)).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });
});
