import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback } from '../../../scripts/stand/listen';
import { behaviourOf } from './behaviours';

/** Articles in each feed. */
const articlesPerFeed = 3;

interface HostRecord {
  running: number;
  most: number;
  requests: number;
  withCookies: number;
  /** Requests that came before the host had allowed them. */
  early: string[];
  /** Milliseconds since 1970. */
  notBefore: number;
}

export interface UnrulyStand {
  readonly hosts: readonly string[];
  readonly feeds: readonly { readonly url: string; readonly title: string; readonly behaviour: string }[];
  /** Addresses of all articles that can be had, each with how its source behaves. */
  readonly goodArticles: ReadonlyMap<string, string>;
  /** What is known of what was asked so far. */
  record(): { readonly requests: number; readonly mostAtOnce: number; readonly early: readonly string[]; readonly withCookies: number; readonly asked: number; readonly running: number; /** Milliseconds since the last request came or ended. */ readonly quietMs: number; /** Sources told to wait that were not asked again. */ readonly owed: number };
  close(): Promise<void>;
}

/** Sources that misbehave in every way, on hosts that are all this machine. It writes down how it is asked. */
export async function openUnrulyStand(hostCount: number, sourcesPerHost: number): Promise<UnrulyStand> {
  const names = Array.from({ length: hostCount }, (_, host) => `h${host}.unruly.test`);
  const records = new Map<string, HostRecord>(names.map((name) => [name, { running: 0, most: 0, requests: 0, withCookies: 0, early: [], notBefore: 0 }]));
  const times = new Map<string, number>();
  const asked = new Set<string>();
  let busyAt = Date.now();
  const listening = await listenOnLoopback(0, (port) => (request, response) => answer(request, response, port));
  if (!listening.ok) throw new Error(`The stand found no port: ${listening.failure.kind}`);
  const { port, close } = listening.value;

  const feeds = names.flatMap((name, host) =>
    Array.from({ length: sourcesPerHost }, (_, number) => ({
      // Padded, so that they are asked in this order.
      url: `http://${name}:${port}/feed/${String(number).padStart(4, '0')}`,
      title: `Source ${number} of ${name}`,
      behaviour: behaviourOf(host, number),
      articles: articlesOf(behaviourOf(host, number).name === 'the articles of another source' ? 0 : number, `http://${name}:${port}`),
    })),
  );
  return {
    hosts: names,
    feeds: feeds.map(({ url, title, behaviour }) => ({ url, title, behaviour: behaviour.name })),
    goodArticles: new Map(feeds.flatMap(({ behaviour, articles }) => (behaviour.isGood ? articles.map((url) => [url, behaviour.name] as const) : []))),
    record() {
      const all = [...records.values()];
      const sum = (of: (record: HostRecord) => number) => all.reduce((total, record) => total + of(record), 0);
      return {
        requests: sum(({ requests }) => requests),
        mostAtOnce: all.reduce((most, record) => Math.max(most, record.most), 0),
        early: all.flatMap(({ early }) => early),
        withCookies: sum(({ withCookies }) => withCookies),
        asked: asked.size,
        running: sum(({ running }) => running),
        quietMs: Date.now() - busyAt,
        owed: feeds.filter(({ url, behaviour }) => behaviour.retryAfterSeconds !== undefined && (times.get(new URL(url).hostname + new URL(url).pathname) ?? 0) < 2).length,
      };
    },
    close,
  };

  function answer(request: IncomingMessage, response: ServerResponse, onPort: number): void {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '');
    const record = records.get(name);
    const path = request.url ?? '/';
    const [, number] = /^(?:\/of)?\/feed\/(\d+)/.exec(path) ?? [];
    if (!record || number === undefined) {
      response.writeHead(404).end();
      return;
    }
    const host = names.indexOf(name);
    record.requests++;
    record.running++;
    record.most = Math.max(record.most, record.running);
    if (request.headers.cookie !== undefined) record.withCookies++;
    if (Date.now() < record.notBefore) record.early.push(`${name}${path}, ${record.notBefore - Date.now()} ms too early`);
    busyAt = Date.now();
    response.on('close', () => {
      record.running--;
      busyAt = Date.now();
    });
    const before = times.get(name + path) ?? 0;
    times.set(name + path, before + 1);
    if (!path.startsWith('/of/')) asked.add(`${name}/${Number(number)}`);
    const behaviour = behaviourOf(host, Number(number));
    if (behaviour.retryAfterSeconds !== undefined && before === 0) record.notBefore = Date.now() + behaviour.retryAfterSeconds * 1000 - 1;
    const origin = `http://${name}:${onPort}`;
    // A redirect to another host serves the feed of the host it came from.
    const from = path.startsWith('/of/') ? `http://${names[(host + names.length - 1) % names.length]}:${onPort}` : origin;
    response.setHeader('set-cookie', 'seen=1');
    behaviour.answer({
      request, response, origin, path, times: before, feed: feedOf(Number(number), from),
      elsewhere: `http://${names[(host + 1) % names.length]}:${onPort}`,
    });
  }
}

function articlesOf(number: number, origin: string): string[] {
  return Array.from({ length: articlesPerFeed }, (_, at) => `${origin}/story/${number}/${at}`);
}

function feedOf(number: number, origin: string): string {
  const items = articlesOf(number, origin).map(
    (url, at) => `<item><title>Café ${at} of ${number}</title><link>${url}</link><guid>${url}</guid><pubDate>Tue, 14 Nov 2017 10:0${at}:00 GMT</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>Source ${number}</title><link>${origin}/</link>${items.join('')}</channel></rss>`;
}
