import { nearReports } from '../coverage/near-reports';
import { storyTitle } from '../coverage/story-title';
import type { Failure } from '../errors/failure';
import type { Article } from '../model/article';
import type { CoverageSource } from './show-coverage';

interface ShownReport {
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly published?: string;
}

type ShownStory =
  | {
      readonly state: 'ready';
      readonly title?: string;
      readonly articles: ShownReport[];
      readonly total: number;
      /** Of other stories that may be the same event; `reports` of each. */
      readonly near: (ShownReport & { reports: number })[];
    }
  | { readonly state: 'failed'; readonly failure: Failure };

const mostNear = 4;

/** The articles of the event that a page reports, oldest first, none where it stands alone or is not kept; and what may be of it. */
export async function showStory(url: string, coverage: Pick<CoverageSource, 'storyOf' | 'besideStory'>): Promise<ShownStory> {
  const [story, beside] = await Promise.all([coverage.storyOf(url), coverage.besideStory(url)]);
  const articles = (story?.articles ?? []).map(reportOf);
  const near = beside ? nearReports(beside.article, beside.others, mostNear) : [];
  return {
    state: 'ready',
    title: storyTitle(articles.map(({ title }) => title)),
    articles,
    total: story?.total ?? 0,
    near: near.map(({ article, reports }) => ({ ...reportOf(article), reports })),
  };
}

function reportOf({ title, outlet, url, published }: Article): ShownReport {
  return { title, outlet, url, published };
}
