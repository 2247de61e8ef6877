import { articleIdOf } from '../model/address';
import { articleSchema, type Article } from '../model/article';
import { limits } from '../model/limits';

export interface ReadPage {
  readonly page: { readonly url: string; readonly title: string; readonly published?: string };
  readonly blocks: readonly string[];
}

/** Less is a stub or a teaser, and says nothing that the page's list does not. */
const shortestText = 500;

/** The page as a piece of coverage; undefined for what is none. The outlet is the site it stands on. */
export function readArticle({ page, blocks }: ReadPage): Article | undefined {
  const text = blocks.join('\n');
  if (text.length < shortestText || !URL.canParse(page.url)) return undefined;
  const parsed = articleSchema.safeParse({
    id: articleIdOf(page.url),
    url: page.url,
    title: page.title.slice(0, limits.titleLength),
    outlet: new URL(page.url).hostname.replace(/^www\./, ''),
    published: page.published,
    text: text.slice(0, limits.articleTextLength),
  });
  return parsed.success ? parsed.data : undefined;
}
