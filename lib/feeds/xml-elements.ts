import { decodeEntities } from './entities';
import { endOfTag } from './tag-end';

/** An element as a feed reader needs it. Names are lower case; `name` carries the usual prefix of known namespaces. */
export interface XmlElement {
  /** "title" for RSS and Atom themselves, "dc:creator" and so on for others, whatever prefix the feed uses. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** Own text with entities decoded and CDATA as it is, without that of child elements. */
  text: string;
  /** Where its content stands in the source, markup and all. */
  readonly innerStart: number;
  innerEnd: number;
}

/** Elements nested deeper are left out: no feed needs them, and a hostile one must not cost memory. */
const deepest = 100;
const nameStart = /[A-Za-z_:\u0080-\uffff]/;
const attributePattern = /([^\s=/<>"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
const elementsOnce = /^(item|entry|channel)$/;

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
  'www.w3.org/1999/xhtml': 'xhtml',
  'www.google.com/schemas/sitemap-news/0.9': 'news',
  'www.sitemaps.org/schemas/sitemap/0.9': '',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
};

type Scope = ReadonlyMap<string, string>;

/**
 * The elements of XML as people publish it. Nothing stops it: what is not well-formed is read as whoever wrote it most
 * likely meant it. An end tag closes what is open inside its element, one that closes nothing is dropped, a new item
 * ends an unfinished one, the end of the text ends everything, and `<` and `&` that begin nothing are text. Document
 * types are skipped, so that declared entities cannot grow. Linear in the length of the source.
 */
export function readElements(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '', innerStart: 0, innerEnd: source.length };
  const open: { element: XmlElement; raw: string; scope: Scope }[] = [{ element: root, raw: '', scope: new Map() }];
  let skippedDepth = 0;
  let at = 0;
  const top = (): { element: XmlElement; raw: string; scope: Scope } => open[open.length - 1] ?? { element: root, raw: '', scope: new Map() };
  const addText = (text: string): void => {
    if (skippedDepth === 0) top().element.text += text;
  };
  const closeTo = (depth: number, end: number): void => {
    while (open.length > depth) {
      const closed = open.pop();
      if (closed) closed.element.innerEnd = end;
    }
  };
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    if (tag < 0) {
      addText(decodeEntities(source.slice(at)));
      break;
    }
    if (tag > at) addText(decodeEntities(source.slice(at, tag)));
    if (source.startsWith('<![CDATA[', tag)) {
      const end = source.indexOf(']]>', tag + 9);
      addText(source.slice(tag + 9, end < 0 ? source.length : end));
      at = end < 0 ? source.length : end + 3;
    } else if (/[!?]/.test(source.charAt(tag + 1))) {
      at = skipDeclaration(source, tag);
    } else if (source.charAt(tag + 1) === '/') {
      const end = source.indexOf('>', tag);
      const raw = source.slice(tag + 2, end < 0 ? source.length : end).trim().toLowerCase();
      at = end < 0 ? source.length : end + 1;
      if (skippedDepth > 0) {
        skippedDepth--;
        continue;
      }
      const depth = open.findLastIndex((each) => each.raw === raw);
      if (depth > 0) closeTo(depth, tag);
    } else if (nameStart.test(source.charAt(tag + 1))) {
      const end = endOfTag(source, tag);
      const isEmpty = source.charAt(end - 1) === '/';
      const inside = source.slice(tag + 1, isEmpty ? end - 1 : end);
      at = source.charAt(end) === '>' ? end + 1 : end;
      if (skippedDepth > 0 || open.length > deepest) {
        if (!isEmpty) skippedDepth++;
        continue;
      }
      const raw = (/^[^\s/]+/.exec(inside)?.[0] ?? '').toLowerCase();
      const attributes = readAttributes(inside.slice(raw.length));
      const scope = withDeclarations(top().scope, attributes);
      const name = nameOf(raw, scope);
      if (elementsOnce.test(name)) {
        const unfinished = open.findLastIndex((each) => each.element.name === name);
        if (unfinished > 0) closeTo(unfinished, tag);
      }
      const element: XmlElement = { name, attributes, children: [], text: '', innerStart: at, innerEnd: at };
      top().element.children.push(element);
      if (!isEmpty) open.push({ element, raw, scope });
    } else {
      addText('<');
      at = tag + 1;
    }
  }
  closeTo(1, source.length);
  return root;
}

/** Comments, processing instructions and document types with their internal subset. */
function skipDeclaration(source: string, start: number): number {
  const after = (mark: string, from: number): number => {
    const end = source.indexOf(mark, from);
    return end < 0 ? -1 : end + mark.length;
  };
  let end: number;
  if (source.startsWith('<!--', start)) {
    end = after('-->', start + 4);
    // A comment that never ends would swallow the feed: then only its own line is one.
    if (end < 0) end = after('>', start);
  } else if (source.charAt(start + 1) === '?') {
    end = after('?>', start);
    if (end < 0) end = after('>', start);
  } else {
    const bracket = source.indexOf('[', start);
    const close = source.indexOf('>', start);
    end = bracket >= 0 && bracket < close ? after(']', bracket) : start;
    end = end < 0 ? -1 : after('>', end);
  }
  return end < 0 ? source.length : end;
}

function readAttributes(inside: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of inside.matchAll(attributePattern)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

function withDeclarations(scope: Scope, attributes: ReadonlyMap<string, string>): Scope {
  let inner: Map<string, string> | undefined;
  for (const [key, value] of attributes) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    inner ??= new Map(scope);
    const uri = value.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/[/#]+$/, '').replace(/^purl\.org\/atom\/ns.*/, 'purl.org/atom/ns');
    const prefix = key.slice(6);
    inner.set(prefix, prefixes[uri] ?? (prefix === '' && uri !== '' ? '?' : prefix));
  }
  return inner ?? scope;
}

/** A prefix that nobody declared means what it usually does. An unknown default namespace is taken for the feed's own. */
function nameOf(raw: string, scope: Scope): string {
  const colon = raw.indexOf(':');
  const written = colon < 0 ? '' : raw.slice(0, colon);
  const prefix = scope.get(written) ?? (written === 'atom' ? '' : written);
  const local = raw.slice(colon + 1);
  return prefix === '' || prefix === '?' ? local : `${prefix}:${local}`;
}
