import browser from 'webextension-polyfill';
import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import { announcedFeeds, type NamedFeed } from '../feeds/discover-feeds';
import { z } from '../model/z';

const mostLinks = 2_000;

const linkedSchema = z.object({
  base: z.string(),
  links: z.array(z.object({ rel: z.string(), type: z.string(), href: z.string(), title: z.string() })),
  anchors: z.array(z.string()),
});

/** The feeds that the page in a tab names, read from the page as it is: no request is made. */
export async function feedsOfTab(tabId: number): Promise<Result<NamedFeed[]>> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: readLinks, args: [mostLinks] });
    const { base, ...linked } = linkedSchema.parse(frame?.result);
    return succeed(announcedFeeds(linked, base).slice(0, 50));
  } catch {
    // The browser's own pages, its shop, a tab that was closed; or a page that tampers with what its links say.
    return fail('not-possible-here');
  }
}

/** Runs in the page: it has nothing but its arguments. */
function readLinks(most: number): object {
  const links = [...document.querySelectorAll('link[rel][href]')].slice(0, most);
  const anchors = [...document.querySelectorAll('a[href]')].slice(0, most);
  const said = (element: Element, name: string) => element.getAttribute(name) ?? '';
  return {
    base: document.baseURI,
    links: links.map((link) => ({ rel: said(link, 'rel'), type: said(link, 'type'), href: said(link, 'href'), title: said(link, 'title') })),
    anchors: anchors.map((anchor) => said(anchor, 'href')),
  };
}
