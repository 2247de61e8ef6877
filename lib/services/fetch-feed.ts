import { fail, succeed, type Failure, type Result } from '../errors/failure';
import { readBody, type BodyStream } from '../feeds/read-body';
import { limits } from '../model/limits';

/** Long enough for a slow host on a slow line, short enough for a worker that is stopped after half a minute idle. */
const timeLimitMs = 25_000;

const accepted =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';

/** The standard `fetch` fits. */
export type Fetch = (
  url: string,
  options: {
    readonly headers: Record<string, string>;
    readonly credentials: 'omit';
    readonly cache: 'no-store';
    readonly redirect: 'follow';
    readonly referrerPolicy: 'no-referrer';
    readonly signal: AbortSignal;
  },
) => Promise<FetchedResponse>;

export interface FetchedResponse {
  readonly status: number;
  /** After redirects; empty where the browser does not say. */
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: BodyStream | null;
}

export interface FetchPorts {
  readonly fetch: Fetch;
  /** A signal that fires after so many milliseconds; `AbortSignal.timeout` fits. */
  readonly deadline: (ms: number) => AbortSignal;
  /** Whether the reader allowed this host. Absent where nobody needs to ask. */
  readonly mayFetch?: (url: string) => Promise<boolean>;
}

export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export type FetchedFeed =
  | { readonly state: 'unchanged'; readonly response: FetchedResponse }
  | { readonly state: 'fetched'; readonly response: FetchedResponse; readonly bytes: Uint8Array; readonly url: string }
  | { readonly state: 'turned-away'; readonly response: FetchedResponse; readonly failure: Failure };

/** One polite request: conditional where there is something to compare with, never with cookies, bounded in size and time. */
export async function fetchFeed(url: string, validators: Validators, ports: FetchPorts): Promise<Result<FetchedFeed>> {
  if (ports.mayFetch && !(await ports.mayFetch(url))) return fail('no-permission', hostOf(url));
  const headers: Record<string, string> = { Accept: accepted };
  if (validators.etag !== undefined) headers['If-None-Match'] = validators.etag;
  if (validators.lastModified !== undefined) headers['If-Modified-Since'] = validators.lastModified;
  const signal = ports.deadline(timeLimitMs);
  try {
    const response = await ports.fetch(url, {
      headers,
      credentials: 'omit',
      // The browser's own cache would answer 304s for us and hide them.
      cache: 'no-store',
      redirect: 'follow',
      referrerPolicy: 'no-referrer',
      signal,
    });
    if (response.status === 304) return succeed({ state: 'unchanged', response });
    if (response.status < 200 || response.status > 299) {
      await response.body?.getReader().cancel();
      return succeed({ state: 'turned-away', response, failure: { kind: 'refused', detail: String(response.status) } });
    }
    const bytes = await readBody(response.body, limits.feedBytes);
    if (!bytes) return fail('too-large');
    return succeed({ state: 'fetched', response, bytes, url: response.url === '' ? url : response.url });
  } catch {
    // `fetch` tells a missing host, a refused connection and a redirect loop apart only in words made for consoles.
    return fail(signal.aborted ? 'too-slow' : 'unreachable', hostOf(url));
  }
}

export function hostOf(url: string): string {
  return new URL(url).host;
}
