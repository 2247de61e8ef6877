import { inlineMarkup } from '../inline-text';
import { markup, type Markup } from '../markup';
import type { StandArticle } from '../stand-article';
import { commentForm, embedCode, linkList, newsletterBox, sampleNote, shareButtons } from './furniture';
import { articleHead, homeHead, imageAddress } from './page-head';
import { dateAndTime, earlierArticles, popularArticles, type Site } from './site';

const sections = ['Politics', 'World', 'Culture', 'Ideas'];

/** A magazine: a large picture, one column, and names inside links, bold and emphasis, sometimes half in each. */
export function postArticle(article: StandArticle, site: Site): Markup {
  return page(articleHead(article, site), site, markup`<main>
<article class="story" id="story">
<header class="opening">
<div class="words">
<p class="kicker"><span>${article.kicker}</span></p>
<h1>${article.title}</h1>
<p class="standfirst">${article.standfirst}</p>
<p class="byline">${article.author}<br><time datetime="${article.published}">${dateAndTime(article.published)}</time></p>
</div>
<figure><img src="${imageAddress(article, site)}" alt="" width="1200" height="675"><figcaption>${article.caption}</figcaption></figure>
</header>
${sampleNote(site)}
<div class="text">
${body(article, site)}
</div>
<footer class="tools">
${shareButtons()}
<p class="topics">Often searched: ${['Russia', 'Sessions', 'Elections', 'Kislyak'].map((name) => markup`<a href="${site.addresses.home(site.outlet)}">${name}</a> `)}</p>
${embedCode(article, site)}
</footer>
</article>
<aside class="more" aria-label="Related articles">
<h2>Earlier in the Sample Post</h2>
<div class="cards">${earlierArticles(article, site).map((one) => card(one, site))}</div>
</aside>
<aside class="popular" aria-label="Popular"><h2>Popular this week</h2><ol>${linkList(popularArticles(article, site), site)}</ol></aside>
${commentForm('h2')}
</main>
${newsletterBox(site)}`);
}

export function postHome(site: Site): Markup {
  return page(homeHead(site), site, markup`<main class="front"><h1>Today in the ${site.outlet.name}</h1>
<div class="cards">${site.articles.map((article) => card(article, site))}</div></main>`);
}

function page(head: Markup, site: Site, content: Markup): Markup {
  const home = site.addresses.home(site.outlet);
  return markup`<!doctype html>
<html lang="en">
<head>
${head}
</head>
<body>
<header class="bar">
<a class="logo" href="${home}"><span>Sample</span> Post</a>
<nav aria-label="Sections">${sections.map((name) => markup`<a href="${home}">${name}</a>`)}</nav>
<button type="button">Subscribe</button>
</header>
${content}
<footer class="site">
<p class="logo">Sample Post</p>
<p>${site.outlet.motto}. Sample pages written for Sidelight.<br>About · Jobs · Attorney General’s transparency notice · <a href="${site.addresses.feed(site.outlet)}">Atom feed</a></p>
</footer>
</body>
</html>
`;
}

function card(article: StandArticle, site: Site): Markup {
  return markup`<a class="card" href="${site.addresses.article(article)}">
<img src="${imageAddress(article, site)}" alt="" width="1200" height="675" loading="lazy">
<span class="label">${article.kicker}</span>
<strong>${article.title}</strong>
<time datetime="${article.published}">${dateAndTime(article.published)}</time>
</a>`;
}

/** With a pulled line in the middle, which repeats the article and is not part of it. */
function body(article: StandArticle, site: Site): Markup {
  const blocks = article.blocks.map(({ kind, source }) => {
    const inside = inlineMarkup(source, site.linkTo);
    return kind === 'heading' ? markup`<h2>${inside}</h2>` : markup`<p>${inside}</p>`;
  });
  const pulled = markup`<aside class="pulled" aria-hidden="true"><p>${article.summary}</p></aside>`;
  return markup`${[...blocks.slice(0, 4), pulled, ...blocks.slice(4)]}`;
}
