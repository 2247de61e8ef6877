import { serveStand, type Stand } from '../../scripts/stand/serve-stand';
import { readStandArticles, type Block } from '../../scripts/stand/stand-article';

type Listing = Stand['articles'][number];

/** The news stand on a free port, and what is known of its articles. */
export interface TestStand {
  readonly hosts: readonly string[];
  readonly feeds: readonly string[];
  readonly packFile: string;
  article(slug: string): Listing & { readonly blocks: readonly Block[] };
  articleAt(url: string): Listing | undefined;
}

export async function openStand(): Promise<TestStand & { close(): Promise<void> }> {
  const served = await serveStand();
  if (!served.ok) throw new Error(`The stand found no port: ${served.failure.kind}`);
  const stand = served.value;
  const sources = new Map(readStandArticles().map((article) => [article.slug, article]));
  return {
    hosts: [...stand.outlets.map(({ origin }) => origin), stand.frontPageUrl].map((url) => new URL(url).hostname),
    feeds: stand.outlets.map(({ feedUrl }) => feedUrl),
    packFile: stand.packFile,
    article(slug) {
      const listing = stand.articles.find((article) => article.slug === slug);
      const source = sources.get(slug);
      if (!listing || !source) throw new Error(`The stand has no article “${slug}”.`);
      return { ...listing, blocks: source.blocks };
    },
    articleAt: (url) => stand.articles.find((article) => article.url === url),
    close: stand.close,
  };
}
