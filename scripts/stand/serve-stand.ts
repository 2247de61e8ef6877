import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { makeAddresses, readRequest, type AddressKind } from './addresses';
import { listenOnLoopback, type ListenFailure } from './listen';
import { outlets, type OutletId } from './outlets';
import { momentOf, readStandArticles } from './stand-article';
import { standFolder } from './stand-folder';
import { makeStandPages } from './stand-pages';

export interface Stand {
  readonly port: number;
  readonly outlets: readonly { id: OutletId; name: string; origin: string; feedUrl: string }[];
  /** Newest first. `published` is ISO 8601 in UTC, `outlet` the outlet's name. */
  readonly articles: readonly StandListing[];
  /** The Herald's report of 14 November 2017. */
  readonly sampleArticleUrl: string;
  readonly frontPageUrl: string;
  /** The stand's pack, as a path on this computer. */
  readonly packFile: string;
  close(): Promise<void>;
}

interface StandListing {
  readonly url: string;
  readonly outlet: string;
  readonly title: string;
  readonly published: string;
  readonly slug: string;
}

type StandResult =
  | { readonly ok: true; readonly value: Stand }
  | { readonly ok: false; readonly failure: ListenFailure };

interface StandOptions {
  /** Any free one, if absent. */
  readonly port?: number;
  /** Which addresses the result carries; the stand answers to both. `names` needs `MAP *.test 127.0.0.1`. */
  readonly addresses?: AddressKind;
}

/** Serves the three sample outlets to this computer alone. A port that cannot be had is a failure, not an exception. */
export async function serveStand({ port = 0, addresses: kind = 'names' }: StandOptions = {}): Promise<StandResult> {
  const articles = readStandArticles();
  const sample = articles.find(({ slug }) => slug === 'sessions-house-judiciary-election-security');
  if (sample === undefined) throw new Error('The sample article is missing');

  const listening = await listenOnLoopback(port, (actualPort) => {
    const pages = makeStandPages(articles, actualPort);
    return (request, response) => answer(request, response, pages);
  });
  if (!listening.ok) return listening;

  const addresses = makeAddresses(kind, listening.value.port);
  return {
    ok: true,
    value: {
      ...listening.value,
      outlets: outlets.map((outlet) => ({
        id: outlet.id,
        name: outlet.name,
        origin: new URL(addresses.home(outlet)).origin,
        feedUrl: addresses.feed(outlet),
      })),
      articles: articles.map((article) => ({
        url: addresses.article(article),
        outlet: article.outlet.name,
        title: article.title,
        published: momentOf(article),
        slug: article.slug,
      })),
      sampleArticleUrl: addresses.article(sample),
      frontPageUrl: addresses.frontPage,
      packFile: join(standFolder, 'sample.pack.jsonl'),
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, pages: ReturnType<typeof makeStandPages>): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const host = request.headers.host ?? '';
  if (/^localhost:\d+$/.test(host)) {
    // The pages name the address in figures; under another name, their scripts would ask another origin.
    response.writeHead(307, { location: `http://127.0.0.1:${host.slice(10)}${request.url ?? '/'}` }).end();
    return;
  }
  const asked = readRequest(host, request.url ?? '/');
  const page = asked && pages(asked);
  if (page === undefined) {
    const [status, words] = asked ? [404, 'Nothing is sold under this address.'] : [421, 'The stand has no such name.'];
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
    return;
  }
  const etag = `"${createHash('sha256').update(page.body).digest('base64url').slice(0, 22)}"`;
  const headers = { ...page.headers, etag, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = Buffer.from(page.body);
  response.writeHead(200, { ...headers, 'content-type': page.type, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
