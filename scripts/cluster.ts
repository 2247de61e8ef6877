/**
 * `npm run --silent cluster -- --articles FILE` prints the story of each article of a coverage file, read once from
 * top to bottom as articles would come: `{"id","story"}` a line.
 */
import { runOnArticles } from './coverage/read-articles';
import { StoryLabels } from './coverage/story-labels';

runOnArticles('cluster', async (articles) => {
  const labels = new StoryLabels();
  for await (const article of articles) labels.add(article.id, article, article.published);
  for (const [id, story] of labels.settled()) process.stdout.write(`${JSON.stringify({ id, story })}\n`);
});
