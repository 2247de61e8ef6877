import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAddresses, type AddressKind, type Asked } from './addresses';
import { frontPage } from './designs/front-page';
import { heraldArticle, heraldHeaders, heraldHome } from './designs/herald';
import { postArticle, postHome } from './designs/post';
import type { Site } from './designs/site';
import { wireArticle, wireHome, wireStory } from './designs/wire';
import { atomFeed } from './feeds/atom-feed';
import { jsonFeed } from './feeds/json-feed';
import { rssFeed } from './feeds/rss-feed';
import { linkerFor } from './link-target';
import type { Markup } from './markup';
import { outlets, type Outlet } from './outlets';
import type { StandArticle } from './stand-article';
import { standFolder } from './stand-folder';

export interface StandPage {
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Shelf = Map<string, () => StandPage>;

/** Everything the stand has under its two kinds of address. A page is drawn when it is asked for. */
export function makeStandPages(articles: readonly StandArticle[], port: number): (asked: Asked) => StandPage | undefined {
  const shelves: Record<AddressKind, Shelf> = {
    names: fillShelf(articles, 'names', port),
    paths: fillShelf(articles, 'paths', port),
  };
  return ({ kind, outlet, path }) => shelves[kind].get(`${outlet ?? ''} ${path}`)?.();
}

function fillShelf(articles: readonly StandArticle[], kind: AddressKind, port: number): Shelf {
  const addresses = makeAddresses(kind, port);
  const linkTo = linkerFor(articles, addresses);
  const shelf: Shelf = new Map([
    [' /', () => ({ type: html, body: frontPage({ outlets, articles, addresses }) })],
    [' /stand.css', () => ({ type: css, body: designFile('stand.css') })],
  ]);
  for (const outlet of outlets) {
    const own = articles.filter((article) => article.outlet === outlet);
    const site: Site = { outlet, articles: own, addresses, linkTo };
    const put = (path: string, page: () => StandPage) => shelf.set(`${outlet.id} ${path}`, page);
    put('/', () => pageOf(site, homeOf(site)));
    put('/style.css', () => ({ type: css, body: styleSheet(outlet.id) }));
    put('/icon.svg', () => ({ type: svg, body: icon(outlet) }));
    put(outlet.feedPath, () => ({
      type: `${outlet.feedType}; charset=utf-8`,
      body: feedOf(outlet)({ outlet, articles: own, allArticles: articles, addresses }),
    }));
    for (const article of own) {
      put(article.path, () => pageOf(site, drawArticle(article, site)));
      put(`/images/${article.image}.svg`, () => ({ type: svg, body: drawing(article.image, outlet) }));
    }
    if (outlet.id !== 'wire') continue;
    put('/story.js', () => ({ type: 'text/javascript; charset=utf-8', body: designFile('story.js') }));
    for (const article of own) {
      const story = () => JSON.stringify(wireStory(article, site));
      put(`/api/story/${article.slug}.json`, () => ({ type: 'application/json; charset=utf-8', body: story() }));
    }
  }
  return shelf;
}

function pageOf({ outlet }: Site, { source }: Markup): StandPage {
  return { type: html, body: source, ...(outlet.id === 'herald' && { headers: heraldHeaders }) };
}

function homeOf(site: Site): Markup {
  return { herald: heraldHome, post: postHome, wire: wireHome }[site.outlet.id](site);
}

function drawArticle(article: StandArticle, site: Site): Markup {
  return { herald: heraldArticle, post: postArticle, wire: wireArticle }[site.outlet.id](article, site);
}

function feedOf({ id }: Outlet) {
  return { herald: rssFeed, post: atomFeed, wire: jsonFeed }[id];
}

/** The outlets share their drawings, each in its own colours. */
function drawing(name: string, { palette }: Outlet): string {
  const source = readFileSync(join(standFolder, 'images', `${name}.svg`), 'utf8');
  return source.replace(/\$(paper|sky|mid|ink|accent)/g, (_, tone: keyof typeof palette) => palette[tone]);
}

function icon({ name, palette }: Outlet): string {
  const letter = name.split(' ')[1]?.charAt(0) ?? '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${palette.ink}"/><text x="16" y="23" text-anchor="middle" font-family="serif" font-size="20" font-weight="700" fill="${palette.paper}">${letter}</text></svg>`;
}

/** One for the whole outlet: around the story, then the story and what stands beside it. */
function styleSheet(outlet: string): string {
  return `${designFile(`${outlet}.css`)}\n${designFile(`${outlet}-story.css`)}`;
}

function designFile(name: string): string {
  return readFileSync(join(standFolder, 'designs', name), 'utf8');
}

const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';
const svg = 'image/svg+xml; charset=utf-8';
