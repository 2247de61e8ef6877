// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { besideKindOf } from '../../../lib/page/what-is-read';

function kindOf(name: string, { tag = 'div', from = 'class' } = {}): ReturnType<typeof besideKindOf> {
  const element = document.createElement(tag);
  element.setAttribute(from, name);
  return besideKindOf(element, getComputedStyle(element));
}

describe('besideKindOf', () => {
  it.each([
    'ad', 'c-related__list', 'relatedLinks', 'read-more', 'readMore', 'most-read', 'mostPopular', 'story__paywall', 'newsletter-box',
    'a share b', 'mw-editsection', 'bottom-of-article', 'nav-bar', 'AdvertSlot', 'site_footer', 'tag-list', 'x\tpromo\ny',
  ])('knows by its name what stands beside an article: %s', (name) => {
    expect(kindOf(name)).toBe('other');
    expect(kindOf(name, { from: 'id' })).toBe('other');
    expect(kindOf(name, { from: 'data-testid' })).toBe('other');
  });

  it.each(['comments', 'disqus_thread', 'c-commentList', 'related replies', 'gdpr-consent', 'cookiebar'])('sets what may be longer than the article apart: %s', (name) => {
    expect(kindOf(name)).toBe('apart');
  });

  it.each(['', 'article-body', 'shadow', 'heading', 'almost', 'most', 'adapt', 'navigator', 'bioscience', 'read', 'no', 'side', 'wallpaper', 'repliesless'])('believes no part of a word: %s', (name) => {
    expect(kindOf(name)).toBeUndefined();
  });

  it('goes by tag and role as well, and reads no endless name', () => {
    expect(kindOf('', { tag: 'aside' })).toBe('other');
    expect(kindOf('', { tag: 'amp-ad' })).toBe('other');
    expect(kindOf('complementary', { from: 'role' })).toBe('other');
    expect(kindOf('alertdialog', { from: 'role' })).toBe('apart');
    expect(kindOf(`${'x'.repeat(1_000)} related`)).toBeUndefined();
  });
});
