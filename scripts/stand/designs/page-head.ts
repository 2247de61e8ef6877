import { jsonMarkup, markup, type Markup } from '../markup';
import type { StandArticle } from '../stand-article';
import type { Site } from './site';

/** The head of an article's page, with the three kinds of metadata that news sites use. */
export function articleHead(article: StandArticle, site: Site): Markup {
  const { addresses, outlet } = site;
  const url = addresses.article(article);
  const image = imageAddress(article, site);
  return markup`${commonHead(`${article.title} – ${outlet.name}`, site)}
<meta name="description" content="${article.summary}">
<meta name="author" content="${article.author}">
<link rel="canonical" href="${url}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${outlet.name}">
<meta property="og:title" content="${article.title}">
<meta property="og:description" content="${article.standfirst}">
<meta property="og:url" content="${url}">
<meta property="og:image" content="${image}">
<meta property="article:published_time" content="${article.published}">
<meta property="article:author" content="${article.author}">
<meta property="article:section" content="${article.section}">
<script type="application/ld+json">${jsonMarkup({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description: article.standfirst,
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    image: [image],
    datePublished: article.published,
    dateModified: article.published,
    articleSection: article.section,
    inLanguage: 'en',
    isAccessibleForFree: true,
    author: [{ '@type': 'Person', name: article.author }],
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name, url: addresses.home(outlet) },
  })}</script>`;
}

/** The head of the outlet's own front page, which is no article and does not say that it is one. */
export function homeHead(site: Site): Markup {
  const { addresses, outlet } = site;
  return markup`${commonHead(`${outlet.name}: ${outlet.motto}`, site)}
<meta name="description" content="${outlet.name}, an invented outlet with sample articles written for Sidelight.">
<link rel="canonical" href="${addresses.home(outlet)}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${outlet.name}">
<meta property="og:title" content="${outlet.name}">
<meta property="og:url" content="${addresses.home(outlet)}">`;
}

export function imageAddress(article: StandArticle, { addresses, outlet }: Site): string {
  return addresses.asset(outlet, `/images/${article.image}.svg`);
}

function commonHead(title: string, { addresses, outlet }: Site): Markup {
  return markup`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${addresses.asset(outlet, '/style.css')}">
<link rel="icon" type="image/svg+xml" href="${addresses.asset(outlet, '/icon.svg')}">
<link rel="alternate" type="${outlet.feedType}" title="${outlet.name}" href="${addresses.feed(outlet)}">`;
}
