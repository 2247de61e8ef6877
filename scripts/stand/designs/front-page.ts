import type { Addresses } from '../addresses';
import { markup } from '../markup';
import type { Outlet } from '../outlets';
import type { StandArticle } from '../stand-article';
import { longDate } from './site';

interface FrontPageContent {
  readonly outlets: readonly Outlet[];
  readonly articles: readonly StandArticle[];
  readonly addresses: Addresses;
}

/** The stand's own page: which outlets there are, their feeds, their articles. It is no article. */
export function frontPage({ outlets, articles, addresses }: FrontPageContent): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta property="og:type" content="website">
<title>The sample news stand</title>
<link rel="stylesheet" href="${addresses.frontPage}stand.css">
<link rel="icon" href="data:,">
</head>
<body>
<header>
<h1>The sample news stand</h1>
<p>Three invented outlets with articles written for Sidelight. They are served by this computer, to this computer alone.</p>
</header>
<main>
${outlets.map(
  (outlet) => markup`<section>
<h2><a href="${addresses.home(outlet)}">${outlet.name}</a></h2>
<p class="feed"><a href="${addresses.feed(outlet)}">${addresses.feed(outlet)}</a></p>
<ul>
${articles
  .filter((article) => article.outlet === outlet)
  .map(
    (article) =>
      markup`<li><a href="${addresses.article(article)}">${article.title}</a> <time datetime="${article.published}">${longDate(article.published)}</time></li>`,
  )}
</ul>
</section>`,
)}
</main>
</body>
</html>
`.source;
}
