import { limits } from '../model/limits';
import { parseMoment } from './moments';
import { readStructuredData } from './structured-data';
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
  const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')];
  const meta = new Map<string, string>();
  for (const element of [...document.querySelectorAll('meta[content]')].slice(0, mostMeta)) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = element.getAttribute('content')?.trim() ?? '';
    if (name === null || content === '' || content.length > limits.urlLength) continue;
    const key = name.trim().toLowerCase();
    if (!meta.has(key)) meta.set(key, content);
  }
  return { structured: readStructuredData(textsOf(scripts)), meta };
}

/** Undefined where the page has no web address of its own. */
export function readPageFacts(document: Document, { structured, meta }: PageDescription, nowMs: number): PageFacts | undefined {
  const url = addressOf(document);
  if (url === undefined) return undefined;
  const title = structured.headline ?? meta.get('og:title') ?? meta.get('twitter:title') ?? document.title;
  const published = firstOf(publishedCandidates(document, structured, meta), (text) => parseMoment(text, nowMs));
  const language = firstOf(
    [document.documentElement.lang, structured.language, meta.get('og:locale'), meta.get('language')],
    languageTag,
  );
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
  const address = declared === plain ? plain : plain + search;
  return protocol.startsWith('http') && address.length <= limits.urlLength ? address : undefined;
}

function* publishedCandidates(
  document: Document,
  structured: StructuredData,
  meta: ReadonlyMap<string, string>,
): Generator<string | null | undefined> {
  yield structured.published;
  for (const name of publishedNames) yield meta.get(name);
  for (const place of ['[itemprop~="datePublished"]', 'time[pubdate]', 'article time[datetime]', 'main time[datetime]']) {
    const element = document.querySelector(place);
    yield element?.getAttribute('datetime') ?? element?.getAttribute('content');
  }
}

const publishedNames = [
  'article:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'dc.date.issued', 'dc.date', 'pubdate', 'date',
];

function languageTag(text: string): string | undefined {
  if (text.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined; // no language tag at all
  }
}

function firstOf<T>(candidates: Iterable<string | null | undefined>, read: (text: string) => T | undefined): T | undefined {
  for (const candidate of candidates) {
    const value = candidate ? read(candidate) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

function* textsOf(scripts: readonly Element[]): Generator<string> {
  for (const script of scripts) yield script.textContent;
}

function oneLine(text: string): string {
  return text.slice(0, 2 * limits.titleLength).replace(/\s+/g, ' ').trim();
}
