import browser from 'webextension-polyfill';
import type { Fetch, FetchedResponse, FetchOptions, FetchPorts } from '../services/fetch-feed';
import { createBodyRoom } from '../services/body-room';
import { createHostTurns } from '../services/host-turns';
import { sitePattern } from '../settings/sites';
import { isGranted } from './site-permissions';

/** How long the browser may take to tell what an answer said that it has given already. */
const tellingMs = 2_000;

/** How the extension asks the web for feeds: only hosts that the reader allowed, one request at a time for each. */
export function createFetchPorts(): FetchPorts {
  return {
    fetch: fetchOnce,
    bodies: createBodyRoom(),
    hosts: createHostTurns((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    now: () => new Date().toISOString(),
    deadline: (ms) => AbortSignal.timeout(ms),
    mayFetch: async (url) => {
      const site = sitePattern(url);
      return site !== undefined && isGranted(site);
    },
  };
}

/**
 * A request that shows where it is redirected to. `fetch` keeps that to itself: it follows, and one cannot know whether
 * for good, or it stops and tells nothing. The headers as `webRequest` sees them say both. Without that permission the
 * browser follows.
 */
const fetchOnce: Fetch = async (url, options) => {
  // It is not there until the reader allowed a source.
  const { webRequest } = browser as Partial<typeof browser>;
  if (!webRequest) return follow(url, options);
  const watch = watchRedirect(url, webRequest);
  try {
    const response = await fetch(url, options);
    if (response.type !== 'opaqueredirect') return response;
    return (await watch.redirect()) ?? (await follow(url, options));
  } finally {
    watch.stop();
  }
};

function follow(url: string, options: FetchOptions): Promise<FetchedResponse> {
  return fetch(url, { ...options, redirect: 'follow' });
}

function watchRedirect(url: string, { onHeadersReceived }: typeof browser.webRequest) {
  let tell: (response: FetchedResponse | undefined) => void = () => undefined;
  const told = new Promise<FetchedResponse | undefined>((resolve) => {
    tell = resolve;
  });
  const listener: Parameters<typeof onHeadersReceived.addListener>[0] = (details) => {
    if (details.url !== url || details.statusCode < 300 || details.statusCode > 399) return undefined;
    const headers = new Headers();
    for (const { name, value } of details.responseHeaders ?? []) {
      if (/^(?:location|retry-after)$/i.test(name) && value !== undefined) headers.set(name, value);
    }
    tell({ status: details.statusCode, url: '', headers, body: null });
    return undefined;
  };
  // Our own requests come from no tab; those of pages are none of our business.
  onHeadersReceived.addListener(listener, { urls: ['<all_urls>'], types: ['xmlhttprequest'], tabId: -1 }, ['responseHeaders']);
  return {
    redirect() {
      setTimeout(() => tell(undefined), tellingMs);
      return told;
    },
    stop: () => onHeadersReceived.removeListener(listener),
  };
}
