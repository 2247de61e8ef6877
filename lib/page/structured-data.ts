/** What a page says of itself in JSON-LD, as far as it can be believed to be about the page as a whole. */
export interface StructuredData {
  /** `listing` for front pages, sections and search results. */
  readonly kind: 'article' | 'listing' | undefined;
  readonly headline?: string;
  readonly published?: string;
  readonly language?: string;
}

const mostScripts = 30;
export const longestScript = 500_000;
const mostNodes = 500;
/** Several articles side by side are a list of them. */
const mostArticles = 3;

const articleType = /(?:Article|BlogPosting|^Report)$/;
const listingType = /^(?:CollectionPage|SearchResultsPage|ItemList)$/;

/**
 * Reads the texts of a page's `application/ld+json` scripts. They come from the page: what does not parse, is too long
 * or has other types than it should is left out, and only own properties are looked at.
 */
export function readStructuredData(scripts: Iterable<string>): StructuredData {
  const nodes: Readonly<Record<string, unknown>>[] = [];
  let scriptsLeft = mostScripts;
  for (const script of scripts) {
    if (scriptsLeft-- === 0) break;
    if (script.length <= longestScript) collect(parse(script), nodes, 0);
  }
  const articles = nodes.filter((node) => hasType(node, articleType));
  const [article] = articles;
  if (!article || articles.length > mostArticles) {
    return { kind: articles.length > 0 || nodes.some((node) => hasType(node, listingType)) ? 'listing' : undefined };
  }
  return {
    kind: 'article',
    headline: textOf(article, 'headline') ?? textOf(article, 'name'),
    published: textOf(article, 'datePublished') ?? textOf(article, 'dateCreated'),
    language: textOf(article, 'inLanguage'),
  };
}

/**
 * The nodes that speak of the page: at the top, in a graph, or as somebody's main entity. What a list holds is not
 * entered: the stories on a front page are articles too, but not this page.
 */
function collect(value: unknown, nodes: Readonly<Record<string, unknown>>[], depth: number): void {
  if (depth > 4 || nodes.length >= mostNodes) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, mostNodes)) collect(item, nodes, depth + 1);
  } else if (isRecord(value)) {
    nodes.push(value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) collect(own(value, key), nodes, depth + 1);
  }
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    // Malformed JSON-LD is common; the page is then judged by what else it says.
    return undefined;
  }
}

function hasType(node: Readonly<Record<string, unknown>>, wanted: RegExp): boolean {
  const types = own(node, '@type');
  return (Array.isArray(types) ? types.slice(0, 10) : [types]).some(
    (type) => typeof type === 'string' && wanted.test(type.replace(/^https?:\/\/schema\.org\//, '')),
  );
}

function textOf(node: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = own(node, key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function own(node: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
