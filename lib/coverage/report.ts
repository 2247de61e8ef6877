import type { Article } from '../model/article';

/** The text of an article, by its id, where it was fetched. */
export type TextOf = (article: string) => string | undefined;

/** What an article says of what it reports. */
export interface Report {
  readonly title: string;
  readonly text: string;
  /** ISO 8601. */
  readonly published?: string;
}

/** Beyond, a report is at its background. UTF-16 units. */
export const reportLength = 1_200;

export function reportOf({ id, title, summary, published }: Article, textOf: TextOf): Report {
  return { title, published, text: [summary, textOf(id)?.slice(0, reportLength)].filter(Boolean).join('\n') };
}
