import { storyTitle } from '../coverage/story-title';
import type { Failure } from '../errors/failure';
import type { CoverageSource } from './show-coverage';

type ShownStory =
  | { readonly state: 'ready'; readonly title?: string; readonly articles: { title: string; outlet: string; url: string; published?: string }[]; readonly total: number }
  | { readonly state: 'failed'; readonly failure: Failure };

/** The articles of the event that a page reports, oldest first; none where it stands alone or is not kept. */
export async function showStory(url: string, coverage: Pick<CoverageSource, 'storyOf'>): Promise<ShownStory> {
  const story = await coverage.storyOf(url);
  const articles = (story?.articles ?? []).map(({ title, outlet, url: address, published }) => ({ title, outlet, url: address, published }));
  return { state: 'ready', title: storyTitle(articles.map(({ title }) => title)), articles, total: story?.total ?? 0 };
}
