/**
 * `npm run --silent cluster -- --articles FILE` prints the story of each article of a coverage file, read once from
 * top to bottom as articles would come: `{"id","story"}` a line.
 */
import { Stories } from '../lib/coverage/stories';
import { runOnArticles } from './coverage/read-articles';

runOnArticles('cluster', async (articles) => {
  const stories = new Stories();
  const ids: string[] = [];
  for await (const article of articles) {
    stories.add(article.id, article, article.published);
    ids.push(article.id);
  }
  for (const id of ids) process.stdout.write(`${JSON.stringify({ id, story: stories.storyOf(id) })}\n`);
});
