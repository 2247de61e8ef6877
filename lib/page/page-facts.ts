import { limits } from '../model/limits';
import { parseMoment } from './moments';
import { longestScript, readStructuredData } from './structured-data';
import type { StructuredData } from './structured-data';

/** What a page says of itself, bounded. None of it is trusted further than to describe the page to its reader. */
export interface PageFacts {
  /** Without a fragment. */
  readonly url: string;
  readonly title: string;
  /** ISO 8601 in UTC. */
  readonly published?: string;
  /** BCP 47. */
  readonly language?: string;
}

export interface PageDescription {
  readonly structured: StructuredData;
  /** Lower-case name, property or itemprop → its first content. */
  readonly meta: ReadonlyMap<string, string>;
}

const mostMeta = 500;

export function describePage(document: Document): PageDescription {
  const scripts = document.querySelectorAll('script[type="application/ld+json" i]');
  const meta = new Map<string, string>();
  for (const element of [...document.querySelectorAll('meta[content]')].slice(0, mostMeta)) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = element.getAttribute('content')?.trim() ?? '';
    if (name === null || content === '' || content.length > limits.urlLength) continue;
    const key = name.trim().toLowerCase();
    if (!meta.has(key)) meta.set(key, content);
  }
  return { structured: readStructuredData(shortTexts(scripts)), meta };
}

/** Undefined where the page has no web address of its own. */
export function readPageFacts(document: Document, { structured, meta }: PageDescription, nowMs: number): PageFacts | undefined {
  const url = addressOf(document);
  if (url === undefined) return undefined;
  const title = structured.headline ?? meta.get('og:title') ?? meta.get('twitter:title') ?? document.title;
  const dates = [
    structured.published,
    ...publishedNames.map((name) => meta.get(name)),
    ...publishedPlaces.map((place) => dateAt(document.querySelector(place))),
  ];
  const languages = [document.documentElement.lang, structured.language, meta.get('og:locale'), meta.get('language')];
  const published = firstRead(dates, (text) => parseMoment(text, nowMs));
  const language = firstRead(languages, languageTag);
  return { url, title: oneLine(title).slice(0, limits.titleLength), published, language };
}

/**
 * Without the fragment, and without the query where the page declares the same address without it. Any other address
 * that the page calls its own is not believed.
 */
function addressOf(document: Document): string | undefined {
  const { origin, pathname, search, protocol } = document.location;
  const plain = origin + pathname;
  const declared = document.querySelector<HTMLLinkElement>('link[rel~="canonical" i]')?.href;
  // A page of the extension itself, which is no page of the web: its example is.
  if (protocol.endsWith('-extension:')) return declared;
  const address = declared === plain ? plain : plain + search;
  return protocol.startsWith('http') && address.length <= limits.urlLength ? address : undefined;
}

const publishedNames = [
  'article:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'dc.date.issued', 'dc.date', 'pubdate', 'date',
];
const publishedPlaces = ['[itemprop~=datePublished]', 'time[pubdate]', 'article time[datetime]', 'main time[datetime]'];

function dateAt(element: Element | null): string | null | undefined {
  return element?.getAttribute('datetime') ?? element?.getAttribute('content');
}

/** Not by `Intl`, whose tables of what languages were once called would be loaded into every tab. */
function languageTag(text: string): string | undefined {
  return /^ *([a-z]{2,3}(?:[-_][a-z\d]{1,8}){0,3}) *$/i.exec(text)?.[1]?.replaceAll('_', '-');
}

function firstRead(
  candidates: readonly (string | null | undefined)[],
  read: (text: string) => string | undefined,
): string | undefined {
  for (const candidate of candidates) {
    const value = candidate ? read(candidate) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Only of scripts that are short enough to be read, so that a page cannot have a huge one copied. */
function* shortTexts(scripts: Iterable<Element>): Generator<string> {
  for (const script of scripts) {
    const length = [...script.childNodes].reduce((sum, { nodeValue }) => sum + (nodeValue?.length ?? 0), 0);
    if (length <= longestScript) yield script.textContent;
  }
}

function oneLine(text: string): string {
  return text.slice(0, 2 * limits.titleLength).replace(/\s+/g, ' ').trim();
}
