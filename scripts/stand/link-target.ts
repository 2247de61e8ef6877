import type { Addresses } from './addresses';
import type { Linker } from './inline-text';
import { outlets } from './outlets';
import type { StandArticle } from './stand-article';

/** Resolves the links of article texts: `outlet/slug`, or `outlet/` for its front page. A dead link is a bug. */
export function linkerFor(articles: readonly StandArticle[], addresses: Addresses): Linker {
  return (target) => {
    const [outletId, slug] = target.split('/', 2);
    const outlet = outlets.find(({ id }) => id === outletId);
    const article = articles.find((one) => one.outlet === outlet && one.slug === slug);
    if (article !== undefined) return addresses.article(article);
    if (outlet !== undefined && slug === '') return addresses.home(outlet);
    throw new Error(`No sample article has the address ${target}`);
  };
}
