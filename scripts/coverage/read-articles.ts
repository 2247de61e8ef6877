import { parseArgs } from 'node:util';
import { parseCoverageArticle, parseCoverageHeader } from '../../lib/packs/coverage-lines';
import type { Article } from '../../lib/model/article';
import { readItems, Unusable } from '../link/read-lines';

/** Runs a command that takes `--articles FILE`; what it was given wrongly is one sentence and exit code 1. */
export function runOnArticles(name: string, run: (articles: AsyncGenerator<Article>) => Promise<void>): void {
  const usage = `npm run --silent ${name} -- --articles FILE`;
  const start = async (): Promise<void> => {
    const file = articlesArgument();
    if (file === undefined) throw new Unusable(`it needs a file of articles: ${usage}`);
    await run(eachOnce(readItems(file, { header: parseCoverageHeader, item: parseCoverageArticle })));
  };
  start().catch((problem: unknown) => {
    if (!(problem instanceof Unusable)) throw problem;
    console.error(`${name}: ${problem.message}`);
    process.exitCode = 1;
  });
}

/** An id stands for one article: what comes under one that was there is said and passed over. */
async function* eachOnce(articles: AsyncGenerator<Article>): AsyncGenerator<Article> {
  const there = new Set<string>();
  for await (const article of articles) {
    if (!there.has(article.id)) yield article;
    else console.error(`The id ${article.id} stands in the file twice; the first article of it counts.`);
    there.add(article.id);
  }
}

function articlesArgument(): string | undefined {
  try {
    return parseArgs({ options: { articles: { type: 'string' } } }).values.articles;
  } catch {
    return undefined;
  }
}
