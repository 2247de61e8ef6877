/**
 * `npx tsx scripts/draw-quotes.ts SEED [COUNT] [FILE]` draws quotes that were found in a coverage file, each with the
 * text around it, for judging by hand whether it is in the right mouth. The same seed draws the same quotes as long as
 * the same are found.
 */
import { findQuotes, type Quote } from '../lib/quotes/find-quotes';
import type { Article } from '../lib/model/article';
import { parseCoverageArticle, parseCoverageHeader } from '../lib/packs/coverage-lines';
import { readItems } from './link/read-lines';

const [seed = '1', count = '200', file = '../shared/data/coverage/news-2012-2020.coverage.jsonl.gz'] = process.argv.slice(2);
const around = { before: 500, after: 220 };

const all: { readonly article: Article; readonly quote: Quote }[] = [];
let ms = 0;
let length = 0;
for await (const article of readItems(file, { header: parseCoverageHeader, item: parseCoverageArticle })) {
  const { text = '' } = article;
  const began = performance.now();
  const quotes = findQuotes(text);
  ms += performance.now() - began;
  length += text.length;
  for (const quote of quotes) all.push({ article, quote });
}
const drawn = draw(all, Number(count), Number(seed)).sort((one, other) => (one.article.id < other.article.id ? -1 : 1));
for (const [number, { article, quote }] of drawn.entries()) {
  const { text = '' } = article;
  const { start, end, speaker } = quote;
  const before = text.slice(Math.max(0, Math.min(start, speaker.start) - around.before), start);
  const after = text.slice(end, Math.max(end, speaker.end) + around.after);
  console.log(`#${number + 1} ${article.id} ${start}–${end} by ${speaker.start}–${speaker.end} ${text.slice(speaker.start, speaker.end)}`);
  console.log(`${before}⟦${quote.text}⟧${after}\n`);
}
console.error(`${all.length} quotes; ${(ms / (length / 1024)).toFixed(3)} ms for each KB of text`);

/** The first of a shuffled list, by mulberry32. */
function draw<T>(items: readonly T[], most: number, from: number): T[] {
  const left = [...items];
  let state = from >>> 0;
  const drawnItems: T[] = [];
  while (drawnItems.length < most && left.length > 0) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const at = Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * left.length);
    const [item] = left.splice(at, 1);
    if (item !== undefined) drawnItems.push(item);
  }
  return drawnItems;
}
