/**
 * `npm run --silent cluster -- --articles FILE` prints the story of each article of a coverage file, read once from
 * top to bottom as articles would come: `{"id","story"}` a line.
 */
import { Stories } from '../lib/coverage/stories';
import { runOnArticles } from './coverage/read-articles';

runOnArticles('cluster', async (articles) => {
  const stories = new Stories();
  const storyOf = new Map<string, number>();
  const merged = new Map<number, number>();
  const follow = (): void => {
    const changes = stories.takeChanges();
    for (const [id, story] of changes.articles) storyOf.set(id, story);
    for (const [story, into] of changes.merged) merged.set(story, into);
  };
  for await (const article of articles) {
    stories.add(article.id, article, article.published);
    follow();
  }
  stories.settle();
  follow();
  for (const [id, story] of storyOf) process.stdout.write(`${JSON.stringify({ id, story: finalOf(story, merged) })}\n`);
});

function finalOf(story: number, merged: ReadonlyMap<number, number>): number {
  let final = story;
  for (let into = merged.get(final); into !== undefined; into = merged.get(final)) final = into;
  return final;
}
