import { inlineWords } from '../inline-text';
import { jsonMarkup, markup, type Markup } from '../markup';
import type { StandArticle } from '../stand-article';
import { linkList, newsletterBox } from './furniture';
import { articleHead, homeHead, imageAddress } from './page-head';
import { dateAndTime, earlierArticles, popularArticles, type Site } from './site';

/** An agency: dark bar, grey boxes, and an article that a script brings when the page itself has long been loaded. */
export function wireArticle(article: StandArticle, site: Site): Markup {
  const story = site.addresses.asset(site.outlet, `/api/story/${article.slug}.json`);
  const head = markup`${articleHead(article, site)}
<script src="${site.addresses.asset(site.outlet, '/story.js')}" defer></script>
<script type="application/json" id="page-state">${jsonMarkup({ route: 'story', desk: 'Washington', watch: ['Jeff Sessions', 'Sergei Kislyak', 'FBI'] })}</script>`;
  return page(head, site, markup`<div class="desk">
<aside class="latest" aria-label="Latest"><h2>Latest</h2><ol>${site.articles.slice(0, 6).map((one) => latest(one, site))}</ol></aside>
<main id="story" data-story="${story}" aria-busy="true">
<div class="waiting" aria-hidden="true"><i></i><i></i><i></i><i></i></div>
<noscript><p>This page builds its story with a script.</p></noscript>
</main>
<aside class="side">
<h2>Most viewed</h2><ul>${linkList(popularArticles(article, site), site)}</ul>
${markets()}
${newsletterBox(site)}
</aside>
</div>
<template id="story-end"><section class="end"><h2>Related coverage</h2><ul>${linkList(earlierArticles(article, site), site)}</ul></section></template>`);
}

/** What the page's script fetches. */
export function wireStory(article: StandArticle, site: Site): unknown {
  return {
    slug: article.slug,
    kicker: article.kicker,
    headline: article.title,
    standfirst: article.standfirst,
    byline: article.author,
    published: article.published,
    shown: dateAndTime(article.published),
    note: `This is a sample article, written for Sidelight. ${site.outlet.name} is an invented outlet.`,
    image: imageAddress(article, site),
    caption: article.caption,
    blocks: article.blocks.map(({ kind, source }) => ({ kind, text: inlineWords(source) })),
  };
}

export function wireHome(site: Site): Markup {
  return page(homeHead(site), site, markup`<main class="index"><h1>Latest</h1>
<ol>${site.articles.map((article) => latest(article, site))}</ol></main>`);
}

function page(head: Markup, site: Site, content: Markup): Markup {
  const home = site.addresses.home(site.outlet);
  return markup`<!doctype html>
<html lang="en">
<head>
${head}
</head>
<body>
<header class="top">
<a class="mark" href="${home}">SAMPLE<b>WIRE</b></a>
<nav aria-label="Desks">${['Politics', 'World', 'Markets', 'Sport'].map((name) => markup`<a href="${home}">${name}</a>`)}</nav>
</header>
<p class="ticker" aria-label="Ticker">SESSIONS · KISLYAK · FLYNN · COMEY · MUELLER · MOSCOW: every story on the wire</p>
${content}
<footer>${site.outlet.name}: ${site.outlet.motto.toLowerCase()}. Sample pages written for Sidelight. <a href="${site.addresses.feed(site.outlet)}">JSON feed</a></footer>
</body>
</html>
`;
}

function latest(article: StandArticle, site: Site): Markup {
  return markup`<li><time datetime="${article.published}">${dateAndTime(article.published)}</time> <a href="${site.addresses.article(article)}">${article.title}</a></li>`;
}

function markets(): Markup {
  return markup`<table><caption>Sample markets</caption>
<tr><th scope="row">Index A</th><td>2,101.4</td><td>+0.3%</td></tr>
<tr><th scope="row">Index B</th><td>874.9</td><td>−0.1%</td></tr>
<tr><th scope="row">Oil</th><td>55.2</td><td>+1.2%</td></tr>
</table>`;
}
