// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://herald.test/" }
import { describe, expect, it } from 'vitest';
import { limits } from '../../../lib/model/limits';
import { describePage, readPageFacts } from '../../../lib/page/page-facts';
import type { PageFacts } from '../../../lib/page/page-facts';

const nowMs = Date.UTC(2026, 0, 1);

function factsAt(path: string, head = ''): PageFacts | undefined {
  document.head.replaceChildren();
  history.replaceState(null, '', path);
  document.head.append(...new DOMParser().parseFromString(head, 'text/html').head.childNodes);
  return factsOf(document);
}

function factsOf(page: Document): PageFacts | undefined {
  return readPageFacts(page, describePage(page), nowMs);
}

describe('readPageFacts', () => {
  it('takes the page’s own address, without its fragment', () => {
    expect(factsAt('/story?page=2#end')?.url).toBe('https://herald.test/story?page=2');
  });

  it('believes the page that its query says nothing', () => {
    const head = '<link rel="canonical" href="https://herald.test/story">';
    expect(factsAt('/story?from=mail', head)?.url).toBe('https://herald.test/story');
  });

  it.each([
    'https://other.test/story', 'https://herald.test/another', 'http://herald.test/story', 'https://herald.test/story?from=me',
    '//other.test/story', 'data:text/plain,story', 'https://herald.test.other.test/story',
  ])('does not believe that it stands at %s', (claimed) => {
    const head = `<link rel="canonical" href="${claimed}"><meta property="og:url" content="${claimed}"><base href="https://other.test/">`;
    expect(factsAt('/story?from=mail', head)?.url).toBe('https://herald.test/story?from=mail');
  });

  it('has nothing to say of a page without an address of the web', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = frame.contentDocument;
    expect(inner?.location.protocol).toBe('about:');
    expect(inner && factsOf(inner)).toBeUndefined();
    frame.remove();
  });

  it('has nothing to say of a page whose address is too long to be kept', () => {
    expect(factsAt(`/${'a'.repeat(limits.urlLength)}`, '<link rel="canonical" href="https://herald.test/story">')).toBeUndefined();
  });

  it('bounds what the page calls itself, and takes no date that lies ahead', () => {
    const facts = factsAt('/', `<title>${'A title '.repeat(10_000)}</title><meta name="date" content="2036-01-01">`);
    expect(facts?.title).toContain('A title A title');
    expect(facts?.title.length).toBeLessThanOrEqual(limits.titleLength);
    expect(facts?.published).toBeUndefined();
  });
});
