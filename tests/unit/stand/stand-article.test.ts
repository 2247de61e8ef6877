import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleWords } from '../../../scripts/stand/feeds/feed-body';
import { linkTargets } from '../../../scripts/stand/inline-text';
import { momentOf, readStandArticles } from '../../../scripts/stand/stand-article';

const articles = readStandArticles();
const bySlug = (slug: string) => articles.find((article) => article.slug === slug)!;

const shared = new URL('../../../../shared/articles/', import.meta.url);

describe('readStandArticles', () => {
  it('reads articles of news agencies’ length, newest first, no two with one slug', () => {
    for (const article of articles) {
      const words = articleWords(article).split(/\s+/).length;
      expect({ slug: article.slug, fits: words >= 150 && words <= 400 }).toEqual({ slug: article.slug, fits: true });
    }
    const moments = articles.map(momentOf);
    expect(moments).toEqual(moments.toSorted().reverse());
    expect(new Set(articles.map(({ slug }) => slug)).size).toBe(articles.length);
  });

  it('covers each event of 2017, most of them in two outlets or three', () => {
    const events: Record<string, string> = {
      '2017-01-10': 'confirmation hearing',
      '2017-02-08': 'confirmation',
      '2017-02-13': 'Flynn resigns',
      '2017-03-01': 'two meetings',
      '2017-03-02': 'recusal',
      '2017-05-09': 'Comey',
      '2017-05-17': 'Mueller',
      '2017-06-13': 'Senate Intelligence Committee',
      '2017-07-22': 'Kislyak goes home',
      '2017-11-14': 'House Judiciary Committee',
      '2017-12-01': 'guilty plea',
    };
    for (const day of Object.keys(events)) {
      const outlets = articles.filter(({ published }) => published.startsWith(day)).map(({ outlet }) => outlet.id);
      expect({ day, many: new Set(outlets).size >= 2 }).toEqual({ day, many: true });
    }
  });

  it('has the January denial as a quote, and each person of the story', () => {
    expect(articleWords(bySlug('sessions-confirmation-hearing'))).toContain(
      '“I did not have communications with the Russians, and I’m unable to comment on it,” he said.',
    );
    const all = articles.map(articleWords).join('\n').replaceAll('\u00a0', ' ').replaceAll('\u00ad', '');
    for (const name of ['Sergey Kislyak', 'Sergei Kislyak', 'Brad Schneider', 'Rod Rosenstein', 'Rod J. Rosenstein']) {
      expect(all).toContain(name);
    }
  });

  it('has four articles with sessions that are not Jeff', () => {
    for (const slug of ['northbridge-training-sessions', 'lanterns-recording-sessions', 'parliament-sessions-strasbourg']) {
      const words = articleWords(bySlug(slug)).replaceAll('\u00a0', ' ');
      expect(words).toMatch(/sessions/);
      expect(words).toMatch(/\bSessions\b/);
      expect(words).not.toMatch(/Jeff Sessions|Pete Sessions/);
    }
    const pete = articleWords(bySlug('pete-sessions-rules-committee'));
    expect(pete).toContain('Pete Sessions');
    expect(pete).not.toContain('Jeff');
  });

  it('links to articles that were there before', () => {
    for (const article of articles) {
      for (const target of article.blocks.flatMap(({ source }) => linkTargets(source))) {
        const [, slug = ''] = target.split('/');
        if (slug !== '') expect(momentOf(bySlug(slug)) <= momentOf(article)).toBe(true);
      }
    }
  });

  it.skipIf(!existsSync(shared))('shares no sentence with the two stories of the running example (skipped where ../shared is absent)', () => {
    const theirs = readdirSync(shared).map((name) => readFileSync(new URL(name, shared), 'utf8')).join('\n');
    const known = wordRuns(theirs);
    for (const article of articles) {
      const shared = [...wordRuns(articleWords(article))].filter((run) => known.has(run));
      expect({ slug: article.slug, shared }).toEqual({ slug: article.slug, shared: [] });
    }
  });
});

/** Every run of nine words: long enough that a name or an office alone does not make one. */
function wordRuns(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, -8).map((_, i) => words.slice(i, i + 9).join(' ')));
}
