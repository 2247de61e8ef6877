import { fail, succeed, type Failure, type Result } from '../errors/failure';
import { retryAfter } from '../feeds/fetch-rules';
import { readBody, type BodyStream } from '../feeds/read-body';
import { parseWebAddress } from '../model/address';
import { limits } from '../model/limits';
import type { BodyPlace, BodyRoom } from './body-room';
import type { HostTurns } from './host-turns';
import { limitTime } from './limit-time';

/** Long enough for a slow host on a slow line, short enough for a worker that is stopped after half a minute idle. */
const timeLimitMs = 25_000;
const mostRedirects = 8;

const acceptedFeeds =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';

export interface FetchOptions {
  readonly headers: Record<string, string>;
  readonly credentials: 'omit';
  readonly cache: 'no-store';
  readonly redirect: 'manual';
  readonly referrerPolicy: 'no-referrer';
  readonly signal: AbortSignal;
}

/**
 * One request. The standard `fetch` fits where it shows redirects, as Node's does; browsers need help with that. One
 * that follows them by itself fits too: nobody then knows whether they are for good.
 */
export type Fetch = (url: string, options: FetchOptions) => Promise<FetchedResponse>;

export interface FetchedResponse {
  readonly status: number;
  /** After redirects that the browser followed; empty where it does not say. */
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: BodyStream | null;
}

export interface FetchPorts {
  readonly fetch: Fetch;
  readonly hosts: HostTurns;
  /** For all bodies that are read at the same time, whoever reads them. */
  readonly bodies: BodyRoom;
  /** The time now, ISO 8601 in UTC. */
  readonly now: () => string;
  /** A signal that fires after so many milliseconds; `AbortSignal.timeout` fits. */
  readonly deadline: (ms: number) => AbortSignal;
  /** Whether the reader allowed this host. Absent where nobody needs to ask. */
  readonly mayFetch?: (url: string) => Promise<boolean>;
}

export interface FetchRequest {
  readonly url: string;
  /** As the server gave them with the last answer. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** What to ask for; feeds, unless said otherwise. */
  readonly accept?: string;
}

interface Arrived {
  readonly response: FetchedResponse;
  /** Where the answer came from. */
  readonly url: string;
  /** Where the source has moved for good: as far as redirects said so without one that is only for now in between. */
  readonly movedTo?: string;
}

export type FetchedFeed<Read> = Arrived &
  (
    | { readonly state: 'unchanged' }
    | { readonly state: 'fetched'; readonly read: Read; /** False where the connection broke off. */ readonly isWhole: boolean }
    | { readonly state: 'turned-away'; readonly failure: Failure }
  );

export type FetchedBody = Pick<Arrived, 'response' | 'url'> & { readonly bytes: Uint8Array };

/**
 * One polite request, and those that it is sent on to: conditional where there is something to compare with, never with
 * cookies, bounded in size, time and redirects, and each in its host's turn. A body is held only until `read` is done
 * with it: what it makes of it stays.
 */
export async function fetchFeed<Read>(request: FetchRequest, ports: FetchPorts, read: (body: FetchedBody) => Read | Promise<Read>): Promise<Result<FetchedFeed<Read>>> {
  const seen = new Set<string>();
  let { url } = request;
  let movedTo: string | undefined;
  let isForGood = true;
  for (;;) {
    if (ports.mayFetch && !(await ports.mayFetch(url))) return fail('no-permission', hostOf(url));
    if (seen.has(url) || seen.size > mostRedirects) return fail('in-circles', hostOf(request.url));
    seen.add(url);
    const asked = url;
    const answer = await ports.hosts.inTurn(hostOf(asked), () => askInTurn({ ...request, url: asked }, ports, read));
    if (!answer.ok) return answer;
    const next = redirectOf(answer.value.response, asked);
    if (next === undefined) {
      const { response } = answer.value;
      return succeed({ ...answer.value, url: answeredFrom(response, asked), movedTo });
    }
    isForGood &&= next.isForGood;
    if (isForGood) movedTo = next.url;
    url = next.url;
  }
}

export function hostOf(url: string): string {
  return new URL(url).host;
}

function answeredFrom(response: FetchedResponse, asked: string): string {
  return response.url === '' ? asked : response.url;
}

type Answer<Read> =
  | { readonly state: 'unchanged'; readonly response: FetchedResponse }
  | { readonly state: 'fetched'; readonly response: FetchedResponse; readonly read: Read; readonly isWhole: boolean }
  | { readonly state: 'turned-away'; readonly response: FetchedResponse; readonly failure: Failure };

/** Whoever waited for the turn may learn that the one before was told to stay away. */
async function askInTurn<Read>(request: FetchRequest, ports: FetchPorts, read: (body: FetchedBody) => Read | Promise<Read>): Promise<Result<Answer<Read>>> {
  const host = hostOf(request.url);
  if (ports.hosts.leftAloneUntil(host) > ports.now()) return fail('asked-to-wait', host);
  const answer = await askOnce(request, ports, read);
  if (!answer.ok) return answer;
  const until = retryAfter(answer.value.response.headers.get('retry-after'), ports.now());
  if (until !== undefined) await ports.hosts.leaveAlone(host, until);
  return answer;
}

async function askOnce<Read>(request: FetchRequest, ports: FetchPorts, read: (body: FetchedBody) => Read | Promise<Read>): Promise<Result<Answer<Read>>> {
  const place = ports.bodies.enter();
  try {
    const answer = await receive(request, ports, place);
    if (!answer.ok) return answer;
    if (answer.value.state !== 'fetched') return succeed(answer.value);
    const { response, isWhole, read: bytes } = answer.value;
    return succeed({ state: 'fetched', response, isWhole, read: await read({ bytes, response, url: answeredFrom(response, request.url) }) });
  } finally {
    place.leave();
  }
}

async function receive({ url, etag, lastModified, accept = acceptedFeeds }: FetchRequest, ports: FetchPorts, place: BodyPlace): Promise<Result<Answer<Uint8Array>>> {
  const headers: Record<string, string> = { Accept: accept };
  if (etag !== undefined) headers['If-None-Match'] = etag;
  if (lastModified !== undefined) headers['If-Modified-Since'] = lastModified;
  const { signal, outside } = limitTime(timeLimitMs, ports);
  try {
    const response = await ports.fetch(url, {
      headers,
      credentials: 'omit',
      // The browser's own cache would answer 304s for us and hide them.
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal,
    });
    if (response.status === 304) return succeed({ state: 'unchanged', response });
    if (response.status < 200 || response.status > 299) {
      await response.body?.getReader().cancel();
      return succeed({ state: 'turned-away', response, failure: { kind: 'refused', detail: String(response.status) } });
    }
    // Waiting for room is no fault of the host.
    const body = await readBody(response.body, limits.feedBytes, (bytes) => outside(place.take(bytes)));
    if (!body) return fail('too-large');
    if (!body.isWhole && signal.aborted) return fail('too-slow', hostOf(url));
    if (!body.isWhole && body.bytes.length === 0) return nothingRead(response, url);
    return succeed({ state: 'fetched', response, read: body.bytes, isWhole: body.isWhole });
  } catch {
    // `fetch` tells a missing host, a refused connection and a broken answer apart only in words made for consoles.
    return fail(signal.aborted ? 'too-slow' : 'unreachable', hostOf(url));
  }
}

/** The host was there. What it said to have packed could not be unpacked, or it hung up. */
function nothingRead({ headers }: FetchedResponse, url: string): Result<never> {
  return headers.get('content-encoding') === null ? fail('unreachable', hostOf(url)) : fail('not-a-feed', 'broken');
}

function redirectOf({ status, headers }: FetchedResponse, from: string): { readonly url: string; readonly isForGood: boolean } | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const location = headers.get('location')?.trim() ?? '';
  // Who says no place sends nobody in circles.
  const url = location === '' ? undefined : parseWebAddress(location, from);
  if (!url) return undefined;
  url.hash = '';
  return { url: url.href, isForGood: status === 301 || status === 308 };
}
