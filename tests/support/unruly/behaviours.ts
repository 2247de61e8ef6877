import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

export interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** `http://h7.unruly.test:1234` */
  readonly origin: string;
  readonly path: string;
  /** How often this address was asked before. */
  readonly times: number;
  /** The feed as it is where nothing is wrong. */
  readonly feed: string;
  /** Another host of the stand. */
  readonly elsewhere: string;
}

export interface Behaviour {
  readonly name: string;
  /** Whether its articles can be had in the end. */
  readonly isGood: boolean;
  readonly answer: (asked: Asked) => void;
  /** Asked again before this many seconds have passed, after an answer that said so, it was impolite. */
  readonly retryAfterSeconds?: number;
  /** Only hosts of these numbers have one, for it holds up or blocks its whole host. */
  readonly onHosts?: (host: number) => boolean;
}

const type = { 'content-type': 'application/rss+xml; charset=utf-8' };
const shortWait = 20;

/** Every way in which hosts misbehave, and some in which they behave. One source of each on each host, more or less. */
const behaviours: readonly Behaviour[] = [
  { name: 'good, with an ETag', isGood: true, answer: withEtag },
  // What takes a minute comes first, so that the rest happens meanwhile.
  { name: '429 with seconds', isGood: true, answer: busy(() => String(shortWait)), retryAfterSeconds: shortWait, onHosts: (host) => host % 10 === 3 },
  { name: '429 with a date', isGood: true, answer: busy(() => new Date(Date.now() + (shortWait + 1) * 1000).toUTCString()), retryAfterSeconds: shortWait, onHosts: (host) => host % 10 === 4 },
  { name: 'a slow drip', isGood: false, answer: drip, onHosts: (host) => host % 10 === 2 },
  { name: 'good, with Last-Modified', isGood: true, answer: withDate },
  { name: 'a chain of 301', isGood: true, answer: chain },
  { name: 'a loop of 301', isGood: false, answer: ({ response, path, origin }) => redirect(response, 301, `${origin}${path.endsWith('/b') ? path.slice(0, -2) : `${path}/b`}`) },
  { name: '410', isGood: false, answer: ({ response }) => end(response, 410) },
  { name: 'a gzip bomb', isGood: false, answer: bomb, onHosts: (host) => host % 5 === 0 },
  { name: 'a storm of 500', isGood: false, answer: ({ response }) => end(response, 500) },
  { name: 'a 302 to another host', isGood: true, answer: ({ path, response, elsewhere, feed }) => (path.startsWith('/of/') ? send(response, feed) : redirect(response, 302, `${elsewhere}/of${path}`)) },
  { name: 'too short a Content-Length', isGood: false, answer: ({ response, feed }) => tooShort(response, feed) },
  { name: 'too long a Content-Length', isGood: true, answer: ({ response, feed }) => tooLong(response, feed) },
  { name: 'an endless body', isGood: false, answer: endless, onHosts: (host) => host % 5 === 1 },
  { name: 'UTF-8 that is none', isGood: true, answer: ({ response, feed }) => send(response, Buffer.from(feed, 'latin1')) },
  { name: 'Latin-1 that is UTF-8', isGood: true, answer: ({ response, feed }) => send(response, feed, { 'content-type': 'text/xml; charset=iso-8859-1' }) },
  { name: 'a bomb of XML entities', isGood: true, answer: ({ response, feed }) => send(response, feed.replace('<rss', entities)) },
  { name: 'scripts in titles', isGood: true, answer: ({ response, feed }) => send(response, feed.replaceAll('<title>', '<title>&lt;script>alert(1)&lt;/script>&lt;img src=x onerror=alert(2)>')) },
  { name: 'no feed', isGood: false, answer: ({ response }) => send(response, '<!doctype html><html><body>Moved</body></html>', { 'content-type': 'text/html' }) },
  { name: 'the articles of another source', isGood: true, answer: ({ response, feed }) => send(response, feed.replaceAll(/\/story\/\d+\//g, '/story/0/')) },
];

export function behaviourOf(host: number, number: number): Behaviour {
  const [first] = behaviours;
  const chosen = behaviours[number % behaviours.length];
  if (!first || !chosen) throw new Error('There is no behaviour');
  return chosen.onHosts?.(host) === false ? first : chosen;
}

function send(response: ServerResponse, body: string | Buffer, headers: Record<string, string> = {}): void {
  response.writeHead(200, { ...type, ...headers }).end(body);
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers).end();
}

function redirect(response: ServerResponse, status: number, location: string): void {
  end(response, status, { location });
}

function withEtag({ request, response, path, feed }: Asked): void {
  const etag = `W/"${path}"`;
  if (request.headers['if-none-match'] === etag) end(response, 304, { etag });
  else send(response, feed, { etag });
}

function withDate({ request, response, feed }: Asked): void {
  const date = 'Tue, 14 Nov 2017 10:05:00 GMT';
  if (request.headers['if-modified-since'] === date) end(response, 304);
  else send(response, feed, { 'last-modified': date });
}

function chain({ response, path, origin, feed }: Asked): void {
  const step = /\/step(\d)$/.exec(path)?.[1] ?? '0';
  if (step === '3') send(response, feed);
  else redirect(response, step === '1' ? 308 : 301, `${origin}${path.replace(/\/step\d$/, '')}/step${Number(step) + 1}`);
}

/** A quarter of a gigabyte in a quarter of a megabyte. */
const bombBody = gzipSync(Buffer.alloc(256 * 1024 * 1024, '<item>'), { level: 9 });

function bomb({ response }: Asked): void {
  response.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(bombBody);
}

function endless({ response, feed }: Asked): void {
  response.writeHead(200, type);
  response.write(feed.replace('</channel></rss>', ''));
  const more = Buffer.alloc(256 * 1024, '<category>news</category>');
  const pump = (): void => {
    while (!response.destroyed && response.write(more));
  };
  response.on('drain', pump);
  pump();
}

function drip({ response, feed }: Asked): void {
  response.writeHead(200, type);
  let at = 0;
  const timer = setInterval(() => response.write(feed.charAt(at++)), 1_000);
  response.on('close', () => clearInterval(timer));
}

function tooShort(response: ServerResponse, feed: string): void {
  response.socket?.end(`HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\ncontent-length: 40\r\n\r\n${feed}`);
}

/**
 * Ends when the server has waited long enough for the next request, as servers do. One that hangs up in the same moment
 * is a matter of luck: browsers throw away what they have not handed over when they learn that there is less than said.
 */
function tooLong(response: ServerResponse, feed: string): void {
  response.writeHead(200, { ...type, 'content-length': String(Buffer.byteLength(feed) + 5_000) });
  response.write(feed);
  const timer = setTimeout(() => response.destroy(), 1_000);
  response.on('close', () => clearTimeout(timer));
}

function busy(retryAfter: () => string): Behaviour['answer'] {
  return ({ response, times, feed }) => (times === 0 ? end(response, 429, { 'retry-after': retryAfter() }) : send(response, feed));
}

const entities = `<!DOCTYPE rss [<!ENTITY a "haha">${Array.from({ length: 12 }, (_, at) => `<!ENTITY ${'abcdefghijklm'.charAt(at + 1)} "${`&${'abcdefghijklm'.charAt(at)};`.repeat(10)}">`).join('')}]><rss data-x="&m;"`;
