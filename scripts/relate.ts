/**
 * `npm run --silent relate -- --articles FILE` prints, for each article of a coverage file, the others that say most of
 * the same, best first: `{"id","related":[id, …]}` a line.
 */
import { ArticleIndex } from '../lib/coverage/article-index';
import { runOnArticles } from './coverage/read-articles';

const mostRelated = 20;

runOnArticles('relate', async (articles) => {
  const index = new ArticleIndex();
  const ids: string[] = [];
  for await (const article of articles) {
    index.add(article.id, article);
    ids.push(article.id);
  }
  for (const id of ids) {
    const related = index.relatedTo(id, mostRelated).map((other) => other.id);
    process.stdout.write(`${JSON.stringify({ id, related })}\n`);
  }
});
