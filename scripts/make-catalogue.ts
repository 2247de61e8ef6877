/**
 * `npx tsx scripts/make-catalogue.ts` writes `assets/catalogue.json`, the outlets that Sidelight suggests to begin with,
 * from lists of feeds in the public domain (../shared/data/opml) and from `scripts/catalogue`, written by hand: outlets of
 * countries that the lists lack, and what outlets are called whose feeds call themselves otherwise. It takes facts alone:
 * what an outlet is called, the address of its feed and the country or subject it is listed under. The site is the feed's own, where the feed is not
 * kept by a service; the language is judged by the words of its descriptions, else the country's.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { outletName } from '../lib/feeds/outlet-name';
import { parseOpml, type ListedFeed } from '../lib/feeds/opml';
import additions from './catalogue/additions.json' with { type: 'json' };
import names from './catalogue/names.json' with { type: 'json' };
import { projectFolder } from './project-folder';

const lists = join(projectFolder, '../shared/data/opml');
const about =
  'Outlets to begin with, by country and by subject. Made by scripts/make-catalogue.ts from lists of feeds in the public domain (CC0) and from ' +
  'what was added by hand for countries that these lack: name, site, address of the feed and language of each outlet, once in its country or ' +
  'subject. Nobody was asked and nothing was fetched for it, so some feeds may have moved; Sidelight follows them.';

/** Services that keep feeds for others: their host says nothing of the outlet's site. */
const services = /(^|\.)(feedburner\.com|feedproxy\.google\.com|rss\.app|feedspot\.com|soundcloud\.com|libsyn\.com|megaphone\.fm|simplecast\.com|anchor\.fm|fireside\.fm|medium\.com|amazonaws\.com)$/;
/** Where the host of a feed does not tell the site by itself. */
const sites: Readonly<Record<string, string>> = {
  'rssfeeds.9news.com': 'https://www.9news.com',
  'feeds.bbci.co.uk': 'https://www.bbc.com',
  'podcasts.files.bbci.co.uk': 'https://www.bbc.co.uk',
  'api.axios.com': 'https://www.axios.com',
  'api.patrika.com': 'https://www.patrika.com',
  'feeds.a.dj.com': 'https://www.wsj.com',
  'e00-expansion.uecdn.es': 'https://www.expansion.com',
  'newsfeed.zeit.de': 'https://www.zeit.de',
  'feed.livehindustan.com': 'https://www.livehindustan.com',
  'k.img.com.ua': 'https://korrespondent.net',
  'rss.home.uol.com.br': 'https://www.uol.com.br',
  'feeds.folha.uol.com.br': 'https://www.folha.uol.com.br',
  'rss.iol.io': 'https://www.iol.co.za',
  'data.gmanews.tv': 'https://www.gmanetwork.com',
  'hd.stheadline.com': 'https://www.stheadline.com',
  'rss.nytimes.com': 'https://www.nytimes.com',
  'feeds.thelocal.com/rss/it': 'https://www.thelocal.it',
  'feeds.thelocal.com/rss/es': 'https://www.thelocal.es',
};
/** Listed under a country that they are not from. */
const countries: Readonly<Record<string, string>> = {
  'rssfeeds.9news.com': 'United States', // Denver
  'api.axios.com': 'United States', // Arlington, Virginia
  'www.parisstaronline.com': 'Canada', // Paris, Ontario
};
/** Films, podcasts and forums are no articles. */
/** Offices of a state, a magazine for cars among the news, and a feed of which nobody says whose it is. */
const notNews = /(^|\.)(sebi\.gov\.in|diplomatie\.gouv\.fr|topgear\.com\.ph)$/;
const noOutlets = /(^|\.)(youtube\.com|reddit\.com|soundcloud\.com|libsyn\.com|megaphone\.fm|simplecast\.com|anchor\.fm|fireside\.fm|simplecastcdn\.com|pippa\.io|acast\.com|buzzsprout\.com|art19\.com|npr\.org\/podcasts)$/;

const languages: Readonly<Record<string, string>> = {
  Brazil: 'pt', France: 'fr', Germany: 'de', Indonesia: 'id', Italy: 'it', Japan: 'en', Mexico: 'es', Poland: 'pl', Russia: 'ru', Spain: 'es', Ukraine: 'uk',
};
/** Words that are common in one of these languages and rare in the others. */
const common: Readonly<Record<string, RegExp>> = {
  en: /\b(the|and|of|news|from|latest|with)\b/gi,
  fr: /\b(les|des|du|et|une|actualités?|dans|pour)\b/gi,
  de: /\b(der|die|das|und|aus|nachrichten|von|auf)\b/gi,
  es: /\b(el|los|las|noticias|últimas|del|y|para)\b/gi,
  pt: /\b(os|das|dos|notícias|últimas|em|uma|não)\b/gi,
  it: /\b(il|gli|della|notizie|dal|ultime|di)\b/gi,
  pl: /\b(i|w|na|wiadomości|się|oraz|najnowsze)\b/gi,
  id: /\b(dan|berita|yang|dari|terkini|indonesia)\b/gi,
};

interface Outlet {
  readonly outlet: string;
  readonly site?: string;
  readonly feed: string;
  readonly language: string;
}

const groups = ['countries', 'recommended'].flatMap((kind) => {
  const folder = join(lists, kind, 'with_category');
  return readdirSync(folder).filter((file) => file.endsWith('.opml')).sort().map((file) => ({
    kind: kind === 'countries' ? ('country' as const) : ('subject' as const),
    name: nameOf(basename(file, '.opml')),
    outlets: outletsIn(join(folder, file), basename(file, '.opml'), kind === 'countries'),
  }));
});
const countryNames = [...new Set([...groups.flatMap(({ kind, name }) => (kind === 'country' ? [name] : [])), ...Object.keys(additions)])].sort((one, other) => one.localeCompare(other, 'en'));
const listed = [
  ...countryNames.map((name) => groups.find((group) => group.kind === 'country' && group.name === name) ?? { kind: 'country' as const, name, outlets: [] }),
  ...groups.filter(({ kind }) => kind === 'subject'),
];
const atHome = listed.map((group) => ({
  ...group,
  outlets: group.kind === 'subject' ? group.outlets : withAdditions(group.name, [
    ...group.outlets.filter(({ feed }) => (countryOf(feed) ?? group.name) === group.name),
    ...groups.filter(({ kind, name }) => kind === 'country' && name !== group.name).flatMap(({ outlets }) => outlets.filter(({ feed }) => countryOf(feed) === group.name)),
  ]),
}));
const written = { about, groups: atHome.filter(({ outlets }) => outlets.length > 0) };
writeFileSync(join(projectFolder, 'assets/catalogue.json'), `${JSON.stringify(written, null, 1)}\n`);
console.log(`${written.groups.length} groups, ${written.groups.reduce((sum, { outlets }) => sum + outlets.length, 0)} outlets`);

/** In Japan before the others, which are in English there. */
function withAdditions(country: string, outlets: readonly Outlet[]): Outlet[] {
  const known = new Set(outlets.map(({ outlet }) => outlet.toLowerCase()));
  const written = (additions as Readonly<Record<string, readonly string[][]>>)[country] ?? [];
  const added = written.flatMap(([outlet = '', language = '', feed = '', site = siteOf(feed)]) => (known.has(outlet.toLowerCase()) ? [] : [{ outlet, site, feed, language }]));
  return country === 'Japan' ? [...added, ...outlets] : [...outlets, ...added];
}

/** By the host of its feed; none where a service keeps that. */
function siteOf(feed: string): string | undefined {
  const { hostname, pathname, origin } = new URL(feed);
  const known = sites[hostname + pathname] ?? sites[hostname];
  return known ?? (services.test(hostname) ? undefined : origin.replace(/\/\/(?:feeds?|rss|feed)\d?\./, '//www.'));
}

function outletsIn(file: string, group: string, isCountry: boolean): Outlet[] {
  const bytes = readFileSync(file);
  const parsed = parseOpml(bytes);
  if (!parsed.ok) return [];
  const descriptions = new TextDecoder().decode(bytes);
  const seen = new Set<string>();
  return parsed.value.feeds.flatMap((feed) => {
    const { hostname } = new URL(feed.url);
    const name = (isCountry ? (names as Readonly<Record<string, string>>)[hostname] : undefined) ?? outletName(feed.title, feed.url);
    // Some are called as the list that they stand in.
    const outlet = name.toLowerCase() === group.toLowerCase() ? hostname.replace(/^(?:www|feeds?|rss)\d?\./, '') : name;
    if (noOutlets.test(hostname) || notNews.test(hostname) || outlet === 'feedburner.com' || /podcast|\baudio\b|all shows/i.test(feed.title) || seen.has(outlet.toLowerCase())) return [];
    seen.add(outlet.toLowerCase());
    return [{ outlet, site: siteOf(feed.url), feed: feed.url, language: languageOf(feed, descriptions) ?? languages[countryOf(feed.url) ?? group] ?? 'en' }];
  });
}

function countryOf(feed: string): string | undefined {
  return countries[new URL(feed).hostname];
}

function nameOf(file: string): string {
  return file.replace(/ SAR China$/, '').replace('UI - UX', 'Design').replace(/^Funny$/, 'Humour');
}

function languageOf({ url, title }: ListedFeed, descriptions: string): string | undefined {
  const at = descriptions.indexOf(url.replaceAll('&', '&amp;'));
  const start = descriptions.lastIndexOf('<outline', Math.max(at, 0));
  const said = `${title} ${at < 0 ? '' : descriptions.slice(start, at)}`.replace(/\w+="|https?:\S+/g, ' ');
  if (/[\u3040-\u30ff]/.test(said)) return 'ja';
  if (/[\u0600-\u06ff]/.test(said)) return /[ٹڈڑںے]/.test(said) ? 'ur' : 'fa';
  if (/[\u0980-\u09ff]/.test(said)) return 'bn';
  if (/[\u1000-\u109f]/.test(said)) return 'my';
  if (/[\u0900-\u097f]/.test(said)) return 'hi';
  if (/[\u4e00-\u9fff]/.test(said)) return 'zh';
  if (/[іїєґ]/i.test(said)) return 'uk';
  if (/[\u0400-\u04ff]/.test(said)) return 'ru';
  const counted = Object.entries(common).map(([language, words]) => ({ language, count: said.match(words)?.length ?? 0 }));
  const [best, second] = counted.sort((one, other) => other.count - one.count);
  // One small word is no language, unless it is English, in which half of all feeds describe themselves.
  const isClear = best !== undefined && second !== undefined && best.count > second.count + (best.language === 'en' ? 0 : 1);
  return isClear ? best.language : undefined;
}
