import { limits } from '../model/limits';
import { findArticle } from './find-article';
import type { Piece } from './text-pieces';
import { walkBlocks } from './walk-blocks';
import type { ReadingContext } from './walk-blocks';

/** A paragraph, a heading, a list item: text across which no name reaches. */
export interface Block {
  /** As a reader sees it: white space collapsed, soft hyphens gone, U+FFFC where something other than text stands. */
  readonly text: string;
  /** Headings are read, since they help to understand the rest, and never marked. */
  readonly isHeading: boolean;
  /** Where its characters stand in the page, in order. */
  readonly pieces: readonly Piece[];
}

export interface ArticleText {
  readonly root: Element;
  readonly core: Element;
  readonly blocks: readonly Block[];
}

/**
 * Reads the article of a page in steps; undefined where there is none. The page is not changed. Blocks hold on to the
 * text nodes as they were: a range is checked against its node when it is made.
 */
export function* readBlocks(
  document: Document,
  context: ReadingContext,
): Generator<undefined, ArticleText | undefined> {
  const { body } = document;
  if (!(body as HTMLElement | null)) return undefined;
  const walked = yield* walkBlocks(body, context);
  const article = yield* findArticle(body, walked);
  if (!article) return undefined;
  const blocks: Block[] = [];
  let length = 0;
  for (const { text, heading, pieces } of article.blocks) {
    length += text.length;
    if (length > limits.pageTextLength || blocks.length === limits.blocksPerPage) break;
    blocks.push({ text, isHeading: heading > 0, pieces });
  }
  return { ...article, blocks };
}
