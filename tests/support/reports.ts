import type { ArrivedArticle } from '../../lib/feeds/arrived-articles';

/** A source that publishes under its id. */
function sourceOf(id: string, added: string) {
  return { id, url: `https://${id}.test/feed`, title: id, added };
}

export const gazette = sourceOf('gazette', '2020-01-01T00:00:00Z');
export const herald = sourceOf('herald', '2020-01-02T00:00:00Z');

interface ReportDetails {
  readonly outlet?: string;
  readonly title?: string;
  readonly guid?: string;
  readonly text?: string;
  readonly published?: string;
}

/** An article that a feed of the Gazette has; usual in all that is not given. */
export function report(id: string, details: ReportDetails = {}): ArrivedArticle {
  const { guid, ...changes } = details;
  const usual = { title: 'Title', outlet: 'Outlet', text: 'All of it.', published: gazette.added };
  return { guid, article: { id, url: `https://gazette.test/${id}`, ...usual, ...changes } };
}
