import { parseWebAddress } from '../model/address';
import { endedAttributes, mendXml } from './mend-xml';
import type { RawFeed, RawItem, RawLink, RawText } from './parsed-feed';
import { readElements, type XmlElement } from './xml-elements';
import { allText, markupText, personName, typedText } from './xml-values';

/** Before the root there may be blanks, comments and what a broken server wrote, but no page. A comment may name the root. */
const rootTag = /<(?:[\w.-]{1,100}:)?(rss|rdf|feed|channel|urlset|entry)(?=[\s/>])/i;
const pageTag = /<(?:!doctype\s+html|html|head|body)(?=[\s>])/i;

/** Every kind of RSS, RDF, Atom and a news sitemap. Undefined where the text is none of these. */
export function readXmlFeed(source: string): RawFeed | undefined {
  const start = rootStart(source);
  if (start < 0 || pageTag.test(source.slice(0, start))) return undefined;
  const inner = mendXml(source.slice(start), source.slice(0, start));
  const tree = readElements(inner);
  const feed = readRoot(tree, inner);
  if (feed && feed.items.length > 0 && !tree.hasSwallowed) return feed;
  const mended = endedAttributes(inner);
  const other = mended === inner ? undefined : readRoot(readElements(mended), mended);
  return other && saidBy(other) > saidBy(feed) ? other : feed;
}

/** How many articles there are, and how much is said of them. */
function saidBy(feed: RawFeed | undefined): number {
  const said = feed?.items.map(({ title, guid, links, dates }) => 1 + [title, guid, links[0], dates[0]].filter((part) => part !== undefined).length) ?? [];
  return said.reduce((sum, each) => sum + each, 0);
}

function readRoot({ children: [read] }: XmlElement, inner: string): RawFeed | undefined {
  if (!read) return undefined;
  const root = withoutPrefix(read);
  if (root.name === 'urlset') return readSitemap(root);
  // An entry on its own is a document of Atom as well.
  if (root.name === 'entry') return readAtom({ ...root, name: 'feed', attributes: new Map(), children: [root] }, inner);
  return root.name === 'feed' ? readAtom(root, inner) : readRss(root, inner);
}

/** A feed whose own elements have a prefix for a namespace that nobody knows, without it. */
function withoutPrefix(root: XmlElement): XmlElement {
  const prefix = /^[^:]*:(?=(?:rss|feed|channel|urlset|entry)$)/.exec(root.name)?.[0];
  if (prefix === undefined) return root;
  const renamed = (element: XmlElement): XmlElement => ({
    ...element,
    name: element.name.startsWith(prefix) ? element.name.slice(prefix.length) : element.name,
    children: element.children.map(renamed),
  });
  return renamed(root);
}

function rootStart(source: string): number {
  let from = 0;
  for (;;) {
    const found = source.slice(from).search(rootTag);
    if (found < 0) return -1;
    const start = from + found;
    const comment = source.lastIndexOf('<!--', start);
    const end = comment < from ? -1 : source.indexOf('-->', comment);
    if (end < start) return start;
    from = end;
  }
}

function readRss(root: XmlElement, source: string): RawFeed {
  const channels = root.name === 'channel' ? [root] : all(root, 'channel');
  const channel = channels[0] ?? root;
  // RSS 0.90, 1.0 and some mistaken feeds put the items beside their channel.
  const beside = [...channels, ...(root.name === 'channel' ? [] : [root])];
  // RSS 1.1 wraps them once more.
  const holders = beside.flatMap((holder) => [holder, ...all(holder, 'items')]);
  const items = holders.flatMap((holder) => all(holder, 'item').map((item) => ({ item, around: basesOf(root, holder, item) })));
  const text = textReader(source);
  return {
    title: text(channel, ['title', 'dc:title']),
    links: linksOf(channel, basesOf(root, channel)),
    description: text(channel, ['description', 'itunes:summary', 'itunes:subtitle', 'subtitle', 'tagline', 'dc:description']),
    language: words(channel, ['language', 'dc:language'])[0] ?? channel.attributes.get('xml:lang') ?? root.attributes.get('xml:lang'),
    ttl: words(channel, ['ttl'])[0] ?? updatePeriod(channel),
    skipHours: all(channel, 'skiphours').flatMap((hours) => words(hours, ['hour'])),
    skipDays: all(channel, 'skipdays').flatMap((days) => words(days, ['day'])),
    relativeTo: 'site',
    items: items.map(({ item, around }) => readItem(item, around, text)),
  };
}

function readItem(item: XmlElement, around: readonly string[], text: TextReader): RawItem {
  const guid = first(item, 'guid') ?? first(item, 'id');
  const isPermalink = guid?.attributes.get('ispermalink')?.trim().toLowerCase();
  return {
    guid: guid ? allText(guid).trim() : aboutOf(item),
    guidIsLink: isPermalink !== 'false',
    guidBases: isPermalink === 'true' ? around : undefined,
    links: linksOf(item, around),
    title: text(item, ['title', 'dc:title', 'media:title', 'itunes:title']),
    summary:
      text(item, ['description', 'summary', 'dc:description', 'itunes:summary', 'media:description', 'itunes:subtitle']) ?? mediaText(item, text),
    content: text(item, ['content:encoded', 'content', 'xhtml:body', 'body', 'fullitem']),
    dates: words(item, datesOfItems),
    authors: authorsOf(item),
    language: words(item, ['dc:language'])[0] ?? item.attributes.get('xml:lang'),
  };
}

/** RDF's own name for the item, whatever prefix the feed gave to RDF. */
function aboutOf({ attributes }: XmlElement): string | undefined {
  return attributes.get('rdf:about') ?? [...attributes].find(([name]) => name.endsWith(':about'))?.[1];
}

const datesOfItems = [
  'pubdate', 'published', 'issued', 'dc:date', 'dcterms:issued', 'dcterms:created', 'dcterms:date', 'created', 'date',
  'dc:created', 'prism:publicationdate', 'updated', 'dcterms:modified', 'modified',
];

function readAtom(root: XmlElement, source: string): RawFeed {
  const text = textReader(source);
  const feedAuthors = authorsOf(root);
  return {
    title: text(root, ['title', 'dc:title']),
    links: linksOf(root, basesOf(root)),
    description: text(root, ['subtitle', 'tagline', 'info', 'description']),
    language: root.attributes.get('xml:lang') ?? words(root, ['language', 'dc:language'])[0],
    ttl: updatePeriod(root),
    relativeTo: 'feed',
    items: all(root, 'entry').map((entry) => readEntry(entry, basesOf(root, entry), { text, feedAuthors })),
  };
}

function readEntry(
  entry: XmlElement,
  around: readonly string[],
  { text, feedAuthors }: { readonly text: TextReader; readonly feedAuthors: readonly string[] },
): RawItem {
  const source = first(entry, 'source');
  const written = authorsOf(entry);
  const ofSource = source ? authorsOf(source) : [];
  return {
    guid: entryId(entry, around),
    guidIsLink: true,
    links: linksOf(entry, around),
    title: text(entry, ['title', 'dc:title', 'media:title']),
    summary: text(entry, ['summary', 'description', 'media:description', 'dc:description']) ?? mediaText(entry, text),
    content: text(entry, ['content', 'content:encoded']),
    dates: words(entry, ['published', 'issued', 'dc:date', 'created', 'dcterms:created', 'updated', 'modified', 'pubdate']),
    authors: written.length > 0 ? written : ofSource.length > 0 ? ofSource : feedAuthors,
    language: entry.attributes.get('xml:lang'),
  };
}

/** An id is an address already, unless a careless feed made it relative to its `xml:base`. */
function entryId(entry: XmlElement, around: readonly string[]): string | undefined {
  const id = first(entry, 'id')?.text.trim();
  if (id === undefined || around.length === 0 || /^[a-z][a-z0-9+.-]*:/i.test(id)) return id;
  const base = around.reduce<URL | undefined>((outer, inner) => parseWebAddress(inner, outer) ?? outer, undefined);
  return parseWebAddress(id, base)?.href ?? id;
}

/** A news sitemap; pages of it without news are no articles. On a quiet day it says only that it is there for news. */
function readSitemap(root: XmlElement): RawFeed | undefined {
  const pages = all(root, 'url').flatMap((page) => {
    const news = first(page, 'news:news');
    return news ? [{ page, news }] : [];
  });
  const isForNews = [...root.attributes].some(([name, value]) => name.startsWith('xmlns:') && value.includes('/sitemap-news/'));
  if (pages.length === 0 && !isForNews) return undefined;
  const publications = pages.flatMap(({ news }) => all(news, 'news:publication'));
  const said = (name: string): string | undefined => publications.flatMap((publication) => words(publication, [name]))[0];
  return {
    title: plain(said('news:name')),
    links: [],
    language: said('news:language'),
    relativeTo: 'feed',
    items: pages.map(({ page, news }) => ({
      links: words(page, ['loc']).map((href) => ({ href })),
      title: plain(words(news, ['news:title'])[0]),
      dates: words(news, ['news:publication_date']),
      authors: [],
    })),
  };
}

function plain(value: string | undefined): RawText | undefined {
  return value === undefined ? undefined : { value, markup: 'unknown' };
}

type TextReader = (parent: XmlElement, names: readonly string[]) => RawText | undefined;

/** The first of these elements that says something; of equal ones the first, except for media of other sizes. */
function textReader(source: string): TextReader {
  return (parent, names) => {
    for (const name of names) {
      for (const element of parent.children) {
        if (element.name !== name) continue;
        const found = element.attributes.has('type') || element.attributes.has('mode') ? typedText(element, source) : markupText(element, source);
        if (found.value.trim() !== '') return found;
      }
    }
    return undefined;
  };
}

/** Best first. RSS has one link for each thing; where a feed repeats it, the last stands, as in most readers. */
function linksOf(element: XmlElement, around: readonly string[]): RawLink[] {
  const original = words(element, ['feedburner:origlink', 'pheedo:origlink']).map((href) => ({ href, type: 'text/html' }));
  const written = all(element, 'link').flatMap((link): RawLink[] => {
    const pointed = link.attributes.get('href') ?? link.attributes.get('rdf:resource') ?? first(link, 'a')?.attributes.get('href');
    const href = pointed ?? link.text;
    const base = link.attributes.get('xml:base');
    const bases = base === undefined ? around : [...around, base];
    const rel = link.attributes.get('rel');
    // What RSS writes as text is a page, and so is what says nothing else of itself.
    const type = link.attributes.get('type') ?? (rel === undefined ? 'text/html' : undefined);
    return href.trim() === '' ? [] : [{ href, rel, type, bases }];
  });
  const isAtom = element.name === 'feed' || element.name === 'entry';
  return [...original, ...(isAtom ? written : written.reverse())];
}

/** What video sites say of a film, one level further in than the title. */
function mediaText(item: XmlElement, text: TextReader): RawText | undefined {
  const [group] = [...all(item, 'media:group'), ...all(item, 'media:content')];
  return group && text(group, ['media:description']);
}

/** Whoever is named as writer, in the first way of naming that is used; an address of mail is only better than nothing. */
function authorsOf(element: XmlElement): string[] {
  let addresses: string[] = [];
  for (const name of ['author', 'dc:creator', 'itunes:author', 'dc:author', 'media:credit']) {
    // Whoever took the picture did not write the article.
    const persons = all(element, name).filter(({ attributes }) => name !== 'media:credit' || /^(?:author|writer)?$/i.test(attributes.get('role') ?? ''));
    const names = persons.map(personName).filter((found) => found !== '');
    if (names.some((found) => !/^[^\s@]+@[^\s@]+$/.test(found))) return names;
    if (addresses.length === 0) addresses = names;
  }
  return addresses;
}

/** `sy:updatePeriod` and `sy:updateFrequency` as minutes. */
function updatePeriod(channel: XmlElement): string | undefined {
  const hours = { hourly: 1, daily: 24, weekly: 168, monthly: 720, yearly: 8760 };
  const period = words(channel, ['sy:updateperiod'])[0]?.toLowerCase() ?? '';
  const length = Object.hasOwn(hours, period) ? hours[period as keyof typeof hours] : undefined;
  const often = Number(words(channel, ['sy:updatefrequency'])[0] ?? 1);
  return length === undefined ? undefined : String((length * 60) / (often >= 1 ? often : 1));
}

function basesOf(...elements: readonly XmlElement[]): string[] {
  return [...new Set(elements)].flatMap((element) => element.attributes.get('xml:base') ?? []);
}

function all(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name);
}

function first(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((child) => child.name === name);
}

/** Texts of all elements of these names, in the order of the names; empty ones left out. */
function words(parent: XmlElement, names: readonly string[]): string[] {
  const found: string[] = [];
  for (const name of names) {
    for (const child of parent.children) if (child.name === name && child.text.trim() !== '') found.push(child.text.trim());
  }
  return found;
}
