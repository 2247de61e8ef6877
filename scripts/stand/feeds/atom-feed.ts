import { markup, type Markup } from '../markup';
import type { StandArticle } from '../stand-article';
import { articleMarkup, feedNote, lastingId, type FeedContent } from './feed-body';

export function atomFeed(content: FeedContent): string {
  const { outlet, articles, addresses } = content;
  return `<?xml version="1.0" encoding="utf-8"?>\n${
    markup`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>${outlet.name}</title>
<subtitle>${feedNote(outlet)}</subtitle>
<id>tag:${outlet.host},2017:feed</id>
<link rel="alternate" type="text/html" href="${addresses.home(outlet)}"/>
<link rel="self" type="${outlet.feedType}" href="${addresses.feed(outlet)}"/>
<updated>${articles[0]?.published ?? '2017-01-01T00:00:00Z'}</updated>
${articles.map((article) => entry(article, content))}
</feed>
`.source
  }`;
}

function entry(article: StandArticle, content: FeedContent): Markup {
  const { source } = articleMarkup(article, content);
  return markup`<entry>
<title type="text">${article.title}</title>
<link rel="alternate" type="text/html" href="${content.addresses.article(article)}"/>
<id>${lastingId(article)}</id>
<published>${article.published}</published>
<updated>${article.published}</updated>
<author><name>${article.author}</name></author>
<category term="${article.section}"/>
<summary type="text">${article.summary}</summary>
${article.feed === 'full' ? markup`<content type="html">${source}</content>` : ''}
</entry>
`;
}
