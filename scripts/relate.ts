/**
 * `npm run --silent relate -- --articles FILE` prints, for each article of a coverage file, the others that say most of
 * the same, best first, those of its own story before what is as alike: `{"id","related":[id, …]}` a line.
 */
import { ArticleIndex } from '../lib/coverage/article-index';
import { runOnArticles } from './coverage/read-articles';
import { StoryLabels } from './coverage/story-labels';

const mostRelated = 20;

runOnArticles('relate', async (articles) => {
  const index = new ArticleIndex();
  const labels = new StoryLabels();
  const ids: string[] = [];
  for await (const article of articles) {
    index.add(article.id, article);
    labels.add(article.id, article, article.published);
    ids.push(article.id);
  }
  const storyOf = labels.settled();
  for (const id of ids) {
    const related = index.relatedTo(id, { limit: mostRelated, storyOf }).map((other) => other.id);
    process.stdout.write(`${JSON.stringify({ id, related })}\n`);
  }
});
