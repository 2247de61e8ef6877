import { outlets, type Outlet, type OutletId } from './outlets';
import type { StandArticle } from './stand-article';

/**
 * The stand answers to two kinds of address. `names`: `http://herald.test:PORT/…`, for a browser that maps `*.test` to
 * loopback. `paths`: `http://127.0.0.1:PORT/herald/…`, for anything else.
 */
export type AddressKind = 'names' | 'paths';

export interface Addresses {
  readonly frontPage: string;
  home(outlet: Outlet): string;
  feed(outlet: Outlet): string;
  article(article: StandArticle): string;
  /** A file that belongs to the outlet's design. */
  asset(outlet: Outlet, path: string): string;
}

export function makeAddresses(kind: AddressKind, port: number): Addresses {
  const base = (outlet: Outlet) =>
    kind === 'names' ? `http://${outlet.host}:${port}` : `http://127.0.0.1:${port}/${outlet.id}`;
  return {
    frontPage: kind === 'names' ? `http://${standHost}:${port}/` : `http://127.0.0.1:${port}/`,
    home: (outlet) => `${base(outlet)}/`,
    feed: (outlet) => base(outlet) + outlet.feedPath,
    article: (article) => base(article.outlet) + article.path,
    asset: (outlet, path) => base(outlet) + path,
  };
}

/** What a request asks of the stand. */
export interface Asked {
  readonly kind: AddressKind;
  /** Absent: the stand's own front page and what belongs to it. */
  readonly outlet?: OutletId;
  readonly path: string;
}

/**
 * `undefined` for a host that is not ours: a page elsewhere must not reach the stand under a name of its own.
 */
export function readRequest(hostHeader: string, url: string): Asked | undefined {
  const host = hostHeader.replace(/:\d+$/, '').toLowerCase();
  const path = readPath(url);
  if (path === undefined) return undefined;
  const named = outlets.find((outlet) => outlet.host === host);
  if (named !== undefined) return { kind: 'names', outlet: named.id, path };
  if (host === standHost) return { kind: 'names', path };
  if (host !== '127.0.0.1') return undefined;
  const prefixed = outlets.find((outlet) => path === `/${outlet.id}` || path.startsWith(`/${outlet.id}/`));
  if (prefixed === undefined) return { kind: 'paths', path };
  return { kind: 'paths', outlet: prefixed.id, path: path.slice(prefixed.id.length + 1) || '/' };
}

const standHost = 'stand.test';

/** Without query and fragment; `undefined` where the address is no address. */
function readPath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://stand.test').pathname);
  } catch {
    return undefined;
  }
}
