import { Parser } from 'htmlparser2';
import { limits } from '../model/limits';
import { decodeFeed } from './decode-feed';
import { plainBlock } from './plain-text';

/** Less is a teaser, a notice about cookies, a wall. */
const shortestText = 400;
const deepest = 500;
const holders = new Set(['article', 'main', 'body']);
/** What stands around an article. */
const around = new Set(['nav', 'header', 'footer', 'aside', 'form', 'figure', 'script', 'style', 'noscript', 'template', 'svg', 'button']);

interface Holder {
  readonly name: string;
  readonly depth: number;
  readonly paragraphs: string[];
}

/**
 * The text of an article from its page, without a DOM: what its structured data has, else the paragraphs of the
 * `article`, the `main` or the page that says most, in that order. Undefined where that is too little to be one.
 */
export function pageText(page: Uint8Array, contentType?: string): string | undefined {
  const { data, held } = read(decodeFeed(page, contentType));
  const said = data.flatMap((json) => articleBodies(json)).map((body) => plainBlock({ value: body, markup: 'unknown' }));
  const written = ['article', 'main', 'body'].map((name) =>
    longest(held.filter((holder) => holder.name === name).map(({ paragraphs }) => paragraphs.join('\n'))),
  );
  const text = [longest(said), ...written].find(({ length }) => length >= shortestText);
  return text?.slice(0, limits.articleTextLength).replace(/[\ud800-\udbff]$/, '');
}

function read(html: string): { readonly data: string[]; readonly held: readonly Holder[] } {
  const data: string[] = [];
  const page: Holder = { name: 'body', depth: 0, paragraphs: [] };
  const held: Holder[] = [page];
  const open: Holder[] = [page];
  let depth = 0;
  let hiddenAt = 0;
  let paragraph: string | undefined;
  let isData = false;
  const parser = new Parser({
    onopentag(name, { type = '' }) {
      depth++;
      isData = name === 'script' && /ld\+json/i.test(type);
      if (isData) data.push('');
      if (hiddenAt === 0 && around.has(name)) hiddenAt = depth;
      if (holders.has(name) && name !== 'body') {
        const holder = { name, depth, paragraphs: [] };
        held.push(holder);
        open.push(holder);
      }
      if (name === 'p' && hiddenAt === 0) paragraph = '';
      if (depth > deepest) parser.pause();
    },
    ontext(text) {
      if (isData) data.push((data.pop() ?? '') + text);
      else if (paragraph !== undefined && hiddenAt === 0) paragraph += text;
    },
    onclosetag(name) {
      if (name === 'p' && paragraph !== undefined) {
        const line = paragraph.replace(/\s+/g, ' ').trim();
        // What stands in an article in the main part of a page belongs to all three.
        if (line !== '') for (const holder of open) holder.paragraphs.push(line);
        paragraph = undefined;
      }
      if (name === 'script') isData = false;
      if (hiddenAt === depth) hiddenAt = 0;
      if (open.length > 1 && open.at(-1)?.depth === depth) open.pop();
      depth--;
    },
  });
  parser.end(html);
  return { data, held };
}

function articleBodies(json: string): string[] {
  try {
    return bodiesIn(JSON.parse(json), 0);
  } catch {
    return []; // pages get their own data wrong
  }
}

function bodiesIn(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  const own = 'articleBody' in value && typeof value.articleBody === 'string' ? [value.articleBody] : [];
  return [...own, ...Object.values(value).flatMap((inner) => bodiesIn(inner, depth + 1))];
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}
