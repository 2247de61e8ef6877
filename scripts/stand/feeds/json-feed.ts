import { articleWords, feedNote, lastingId, type FeedContent } from './feed-body';

/** JSON Feed 1.1 with plain text, as an agency would send it. */
export function jsonFeed({ outlet, articles, addresses }: FeedContent): string {
  return JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: outlet.name,
      description: feedNote(outlet),
      home_page_url: addresses.home(outlet),
      feed_url: addresses.feed(outlet),
      language: 'en',
      items: articles.map((article) => ({
        id: lastingId(article),
        url: addresses.article(article),
        title: article.title,
        summary: article.summary,
        content_text: article.feed === 'full' ? articleWords(article) : article.summary,
        date_published: article.published,
        authors: [{ name: article.author }],
        tags: [article.section],
      })),
    },
    undefined,
    2,
  );
}
