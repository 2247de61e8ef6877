import { markup, type Markup } from '../markup';
import type { StandArticle } from '../stand-article';
import { articleMarkup, feedNote, lastingId, type FeedContent } from './feed-body';

/** RSS 2.0 with Dublin Core authors and full texts, as most newspapers' systems write it. */
export function rssFeed(content: FeedContent): string {
  const { outlet, articles, addresses } = content;
  const newest = articles[0];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    markup`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${outlet.name}</title>
<link>${addresses.home(outlet)}</link>
<description>${feedNote(outlet)}</description>
<language>en-us</language>
<atom:link href="${addresses.feed(outlet)}" rel="self" type="${outlet.feedType}"/>
${newest === undefined ? '' : markup`<lastBuildDate>${rfc822(newest.published)}</lastBuildDate>`}
${articles.map((article) => item(article, content))}
</channel>
</rss>
`.source
  }`;
}

function item(article: StandArticle, content: FeedContent): Markup {
  const { source } = articleMarkup(article, content);
  return markup`<item>
<title>${article.title}</title>
<link>${content.addresses.article(article)}</link>
<guid isPermaLink="false">${lastingId(article)}</guid>
<pubDate>${rfc822(article.published)}</pubDate>
<dc:creator>${article.author}</dc:creator>
<category>${article.section}</category>
<description>${article.summary}</description>
${article.feed === 'full' ? { source: `<content:encoded><![CDATA[${source}]]></content:encoded>` } : ''}
</item>
`;
}

/** "Tue, 14 Nov 2017 16:48:00 -0500": the outlet's own time, as RSS asks. */
function rfc822(published: string): string {
  const local = new Date(`${published.slice(0, 19)}Z`).toUTCString().replace('GMT', '');
  return local + published.slice(19).replace(':', '');
}
