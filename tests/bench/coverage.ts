/**
 * `npm run bench -- coverage [ARTICLES]` measures relating and stories on made-up news, 100,000 articles unless told
 * otherwise, beside a plain BM25 and minisearch on the same articles and pages. Medians; milliseconds depend on the machine, ratios
 * less so. What is read from the database is measured with the storage.
 */
import MiniSearch from 'minisearch';
import { relating } from '../../lib/coverage/relate';
import { Stories } from '../../lib/coverage/stories';
import { makeArticles, type MadeArticle } from './coverage/articles';
import { PlainBm25 } from './coverage/plain-bm25';

const count = Number(process.argv[2] ?? 100_000);
const pages = 40;
/** As much of each article as its index has: peers get no more than what relating reads. */
const leadLength = 400;

const all = [...makeArticles(count)];
const asked = Array.from({ length: pages }, (_, at) => all[Math.floor(((at + 0.5) / pages) * all.length)]).filter((each) => each !== undefined);
measureStories();
measureRelating();

function measureStories(): void {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const stories = new Stories();
  const times: number[] = [];
  for (const { article } of all) {
    const began = performance.now();
    stories.add(article.id, article, article.published);
    times.push(performance.now() - began);
    stories.takeChanges();
  }
  globalThis.gc?.();
  const heap = (process.memoryUsage().heapUsed - before) / 1e6;
  const last = times.slice(-Math.floor(count / 10));
  console.log(
    `stories, the last tenth of ${count.toLocaleString('en')} articles: median ${at(last, 0.5)} ms, p95 ${at(last, 0.95)} ms, p99 ${at(last, 0.99)} ms an article; ` +
      `${stories.open.toLocaleString('en')} articles remembered in ${heap.toFixed(0)} MB`,
  );
}

function measureRelating(): void {
  const byEntity = new Map<string, MadeArticle[]>();
  for (const each of all) {
    for (const entity of each.entities) {
      const own = byEntity.get(entity);
      if (own) own.push(each);
      else byEntity.set(entity, [each]);
    }
  }
  const ours = asked.map((page) => timed(() => relateTo(page, byEntity)));

  const bm25 = new PlainBm25();
  const bm25Build = timed(() => {
    for (const { article } of all) bm25.add(leadOf(article));
  });
  const bm25Times = asked.map(({ article }) => timed(() => bm25.search(leadOf(article), 50)));

  const mini = new MiniSearch({ fields: ['lead'], storeFields: [] });
  const miniBuild = timed(() => mini.addAll(all.map(({ article }) => ({ id: article.id, lead: leadOf(article) }))));
  const miniTimes = asked.map(({ article }) => timed(() => mini.search(leadOf(article)).slice(0, 50)));

  const own = Number(at(ours, 0.5));
  console.log('| | query, median ms | p95 ms | to relating | ready after, ms |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const [name, times, build] of [['relating', ours, 0], ['plain BM25', bm25Times, bm25Build], ['minisearch', miniTimes, miniBuild]] as const) {
    console.log(`| ${name} | ${at(times, 0.5)} | ${at(times, 0.95)} | ${(Number(at(times, 0.5)) / own).toFixed(1)} | ${build.toFixed(0)} |`);
  }
}

/** As the background does it: at most five hundred articles of the entity, of which sixty are read. */
function relateTo({ article, entities }: MadeArticle, byEntity: ReadonlyMap<string, readonly MadeArticle[]>): void {
  const [entity = '', ...alongside] = entities;
  const candidates = (byEntity.get(entity) ?? []).slice(-500).map((each) => ({ article: { ...each.article, text: undefined }, entities: each.entities }));
  const texts = new Map((byEntity.get(entity) ?? []).map((each) => [each.article.id, each.article.text]));
  const known = new Map(entities.map((id) => [id, { name: `Person ${id}` }]));
  const naming = new Map(alongside.map((id) => [id, byEntity.get(id)?.length ?? 0]));
  const work = relating({ page: article, entity, alongside, candidates, known, articlesNaming: naming, articles: count, shown: 50 });
  work.finish(new Map(work.toRead.flatMap((id) => [[id, texts.get(id) ?? '']])));
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
