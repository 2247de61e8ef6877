/**
 * `npm run bench -- coverage [ARTICLES]` measures relating and stories on made-up news, 100,000 articles unless told
 * otherwise, beside a plain BM25 and minisearch on the same articles and pages, in turns. Milliseconds depend on the
 * machine, ratios less so.
 */
import MiniSearch from 'minisearch';
import { relating } from '../../lib/coverage/relate';
import type { RelateInput } from '../../lib/coverage/related';
import { Stories } from '../../lib/coverage/stories';
import { makeArticles, type MadeArticle } from './coverage/articles';
import { PlainBm25 } from './coverage/plain-bm25';
import { markdownTable } from './matching/tables';

const count = Number(process.argv[2] ?? 100_000);
const pages = 50;
/** Of these, so many only make code warm, of all alike. */
const warmUp = 10;
/** As much of each article as its index has: peers get no more than what relating reads. */
const leadLength = 400;
/** As the background has it: so many of an entity's articles at most. */
const mostCandidates = 500;

const all = [...makeArticles(count)];
const asked = Array.from({ length: pages }, (_, at) => all[Math.floor(((at + 0.5) / pages) * all.length)]).filter((each) => each !== undefined);
measureStories();
measureRelating();

/** In the order of time, as articles come; the memory at half time and at the end says whether it is bounded. */
function measureStories(): void {
  const before = heapNow();
  const stories = new Stories();
  const times: number[] = [];
  const rows: string[][] = [];
  for (const { article } of all) {
    times.push(timed(() => stories.add(article.id, article, article.published)));
    stories.takeChanges();
    if (times.length % Math.ceil(count / 4) !== 0 && times.length !== count) continue;
    const last = times.slice(-Math.floor(count / 10));
    rows.push([
      times.length.toLocaleString('en'),
      ...[0.5, 0.95, 0.99].map((share) => `${at(last, share)} ms`),
      stories.open.toLocaleString('en'),
      `${((heapNow() - before) / 1e6).toFixed(0)} MB`,
    ]);
  }
  console.log(markdownTable(['articles so far', 'adding one, median', 'p95', 'p99', 'articles remembered', 'memory'], rows));
}

function measureRelating(): void {
  const byEntity = articlesByEntity();
  const inputs = asked.map((page) => ({ input: inputOf(page, byEntity), texts: textsFor(page, byEntity), lead: leadOf(page.article) }));
  const bm25 = new PlainBm25();
  const mini = new MiniSearch({ fields: ['lead'], storeFields: [] });
  const built = {
    relating: 0,
    'plain BM25': timed(() => all.forEach(({ article }) => bm25.add(leadOf(article)))),
    minisearch: timed(() => mini.addAll(all.map(({ article }) => ({ id: article.id, lead: leadOf(article) })))),
  };
  const times: Record<keyof typeof built, number[]> = { relating: [], 'plain BM25': [], minisearch: [] };
  for (const { input, texts, lead } of inputs.slice(0, warmUp)) {
    relateTo(input, texts);
    bm25.search(lead, 50);
    mini.search(lead);
  }
  for (const { input, texts, lead } of inputs.slice(warmUp)) {
    times.relating.push(timed(() => relateTo(input, texts)));
    times['plain BM25'].push(timed(() => bm25.search(lead, 50)));
    times.minisearch.push(timed(() => mini.search(lead).slice(0, 50)));
  }
  const own = Number(at(times.relating, 0.5));
  const rows = (Object.keys(built) as (keyof typeof built)[]).map((name) => [
    name, `${at(times[name], 0.5)} ms`, `${at(times[name], 0.95)} ms`, `${(Number(at(times[name], 0.5)) / own).toFixed(1)} ×`,
    built[name] === 0 ? 'at once' : `${(built[name] / 1_000).toFixed(1)} s`,
  ]);
  console.log(markdownTable(['', 'a query, median', 'p95', 'its time / ours', 'ready after'], rows));
}

function articlesByEntity(): Map<string, MadeArticle[]> {
  const byEntity = new Map<string, MadeArticle[]>();
  for (const each of all) {
    for (const entity of each.entities) {
      const own = byEntity.get(entity);
      if (own) own.push(each);
      else byEntity.set(entity, [each]);
    }
  }
  return byEntity;
}

/** As the database gives it: the entity's newest articles without their texts. */
function inputOf({ article, entities }: MadeArticle, byEntity: ReadonlyMap<string, readonly MadeArticle[]>): RelateInput {
  const [entity = '', ...alongside] = entities;
  const candidates = (byEntity.get(entity) ?? []).slice(-mostCandidates);
  return {
    page: article,
    entity,
    alongside,
    candidates: candidates.map((each) => ({ article: { ...each.article, text: undefined }, entities: each.entities })),
    known: new Map(entities.map((id) => [id, { name: `Person ${id}` }])),
    articlesNaming: new Map(alongside.map((id) => [id, byEntity.get(id)?.length ?? 0])),
    articles: count,
    shown: 50,
  };
}

function textsFor({ entities: [entity = ''] }: MadeArticle, byEntity: ReadonlyMap<string, readonly MadeArticle[]>): Map<string, string> {
  return new Map((byEntity.get(entity) ?? []).map(({ article }) => [article.id, article.text]));
}

function relateTo(input: RelateInput, texts: ReadonlyMap<string, string>): void {
  const work = relating(input);
  work.finish(new Map(work.toRead.map((id) => [id, texts.get(id) ?? ''])));
}

function leadOf({ title, text }: MadeArticle['article']): string {
  return `${title} ${text.slice(0, leadLength)}`;
}

function timed(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

function at(times: readonly number[], share: number): string {
  const sorted = [...times].sort((one, other) => one - other);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
}

function heapNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
