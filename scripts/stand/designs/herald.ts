import { inlineMarkup } from '../inline-text';
import { markup, type Markup } from '../markup';
import type { StandArticle } from '../stand-article';
import { commentForm, embedCode, linkList, newsletterBox, sampleNote, shareButtons } from './furniture';
import { articleHead, homeHead, imageAddress } from './page-head';
import { dateAndTime, earlierArticles, longDate, popularArticles, type Site } from './site';

const sections = ['World', 'Washington', 'Business', 'Opinion', 'Sport', 'Books'];

/** Nothing but its own style sheet and pictures: a page on which an extension has to keep its manners. */
export const heraldHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
} as const;

/** A broadsheet: serif, rules, a rail at the right, and not one script. */
export function heraldArticle(article: StandArticle, site: Site): Markup {
  const content = markup`<div class="columns">
<main id="story">
<article>
<header>
<p class="kicker">${article.kicker}</p>
<h1>${article.title}</h1>
<p class="standfirst">${article.standfirst}</p>
<p class="byline">By <a rel="author" href="${site.addresses.home(site.outlet)}">${article.author}</a> <time datetime="${article.published}">${dateAndTime(article.published)}</time></p>
${sampleNote(site)}
</header>
<figure><img src="${imageAddress(article, site)}" alt="" width="1200" height="675"><figcaption>${article.caption}</figcaption></figure>
${shareButtons()}
<div class="body">
${body(article, site)}
</div>
${embedCode(article, site)}
</article>
${commentForm('h2')}
</main>
<aside class="rail" aria-label="More from the Herald">
<h2>Most read</h2>
<ol>${linkList(popularArticles(article, site), site)}</ol>
${newsletterBox(site)}
</aside>
</div>`;
  return page(site, { head: articleHead(article, site), dateline: longDate(article.published), content });
}

export function heraldHome(site: Site): Markup {
  const content = markup`<main class="front">
${site.articles.map((article) => markup`<section class="teaser">
<p class="kicker">${article.kicker}</p>
<h2><a href="${site.addresses.article(article)}">${article.title}</a></h2>
<p>${article.standfirst}</p>
<p class="byline"><time datetime="${article.published}">${longDate(article.published)}</time></p>
</section>`)}
</main>`;
  return page(site, { head: homeHead(site), dateline: site.outlet.motto, content });
}

function page(site: Site, { head, dateline, content }: { head: Markup; dateline: string; content: Markup }): Markup {
  const home = site.addresses.home(site.outlet);
  return markup`<!doctype html>
<html lang="en">
<head>
${head}
</head>
<body>
<a class="skip" href="#story">Skip to the article</a>
<header class="masthead">
<p class="dateline">${dateline}</p>
<p class="nameplate"><a href="${home}">${site.outlet.name}</a></p>
</header>
<nav aria-label="Sections"><ul>${sections.map((name) => markup`<li><a href="${home}">${name}</a></li>`)}</ul></nav>
${content}
<footer>
<p>${site.outlet.name}. ${site.outlet.motto}.</p>
<p>Sample pages written for Sidelight. Washington bureau · Moscow bureau · Corrections · <a href="${site.addresses.feed(site.outlet)}">RSS feed</a></p>
</footer>
</body>
</html>
`;
}

/** With a box of links in the middle of the text, where newspapers put it. */
function body(article: StandArticle, site: Site): Markup {
  const blocks = article.blocks.map(({ kind, source }) => {
    const inside = inlineMarkup(source, site.linkTo);
    return kind === 'heading' ? markup`<h2>${inside}</h2>` : markup`<p>${inside}</p>`;
  });
  const box = markup`<aside class="related" aria-label="Related"><h3>Read also</h3><ul>${linkList(earlierArticles(article, site), site)}</ul></aside>`;
  return markup`${[...blocks.slice(0, 3), box, ...blocks.slice(3)]}`;
}
