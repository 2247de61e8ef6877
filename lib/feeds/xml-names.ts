/** What the names of elements mean by the namespaces in force: their addresses to the prefixes that feeds usually give them. */
const prefixes: Readonly<Record<string, string>> = {
  'www.w3.org/2005/atom': '',
  'purl.org/atom/ns': '',
  'purl.org/rss/1.0': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'backend.userland.com/rss2': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'search.yahoo.com/mrss': 'media',
  'tools.search.yahoo.com/mrss': 'media',
  'video.search.yahoo.com/mrss': 'media',
  'www.w3.org/1999/xhtml': 'xhtml',
  'www.google.com/schemas/sitemap-news/0.9': 'news',
  'www.sitemaps.org/schemas/sitemap/0.9': '',
  'opml.org/spec2': '',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
};

/** More prefixes than these, or longer addresses, no feed has; each element that declares some copies those around it. */
const mostPrefixes = 200;
const longestAddress = 200;

/** Prefixes as written, to the usual ones. */
export type Scope = ReadonlyMap<string, string>;

export function withDeclarations(scope: Scope, attributes: ReadonlyMap<string, string>): Scope {
  let inner: Map<string, string> | undefined;
  for (const [key, value] of attributes) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    inner ??= new Map(scope);
    if (inner.size >= mostPrefixes) break;
    const uri = value.slice(0, longestAddress).trim().toLowerCase().replace(/^https?:\/\//, '').replace(/[/#]+$/, '').replace(/^purl\.org\/atom\/ns.*/, 'purl.org/atom/ns');
    const prefix = key.slice(6);
    inner.set(prefix, prefixes[uri] ?? (prefix === '' && uri !== '' ? '?' : prefix));
  }
  return inner ?? scope;
}

/** A prefix that nobody declared means what it usually does. An unknown default namespace is taken for the feed's own. */
export function nameOf(raw: string, scope: Scope): string {
  const colon = raw.indexOf(':');
  const written = colon < 0 ? '' : raw.slice(0, colon);
  const prefix = scope.get(written) ?? (written === 'atom' ? '' : written);
  const local = raw.slice(colon + 1);
  return prefix === '' || prefix === '?' ? local : `${prefix}:${local}`;
}
