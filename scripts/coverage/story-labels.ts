import { finalStory, Stories } from '../../lib/coverage/stories';
import type { ArticleText } from '../../lib/coverage/term-vector';

/** The story of each article of a file, as it is when all have come. */
export class StoryLabels {
  readonly #stories = new Stories();
  readonly #storyOf = new Map<string, number>();
  readonly #merged = new Map<number, number>();

  add(id: string, article: ArticleText, published?: string): void {
    this.#stories.add(id, article, published);
    this.#follow();
  }

  /** By article. */
  settled(): ReadonlyMap<string, number> {
    this.#stories.settle();
    this.#follow();
    return new Map(Array.from(this.#storyOf, ([id, story]) => [id, finalStory(story, this.#merged)]));
  }

  #follow(): void {
    const changes = this.#stories.takeChanges();
    for (const [id, story] of changes.articles) this.#storyOf.set(id, story);
    for (const [story, into] of changes.merged) this.#merged.set(story, into);
  }
}
