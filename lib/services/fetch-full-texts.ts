import { pageText } from '../feeds/page-text';
import { fetchFeed, type FetchPorts } from './fetch-feed';
import { contentTypeOf } from './source-states';

/** In one round; the rest waits for the next. */
const perRound = 10;

export interface TextlessArticle {
  readonly id: string;
  readonly url: string;
}

export interface FullTextStore {
  /** The newest articles of which a feed brought only the beginning and the reader wants all, of those not asked for yet. */
  take(limit: number): Promise<readonly TextlessArticle[]>;
  /** Notes that the page was asked for, and keeps its text if it had one. */
  store(id: string, text: string | undefined): Promise<void>;
}

export interface FullTextPorts extends FetchPorts {
  readonly texts: FullTextStore;
}

/** Fetches the pages of some articles, each once and in its host's turn. Returns how many brought a text. */
export async function fetchFullTexts(ports: FullTextPorts): Promise<number> {
  let brought = 0;
  for (const { id, url } of await ports.texts.take(perRound)) {
    // Noted first: a page that kills the background is not asked for again.
    await ports.texts.store(id, undefined);
    const fetched = await fetchFeed({ url, accept: 'text/html, application/xhtml+xml;q=0.9' }, ports);
    if (!fetched.ok || fetched.value.state !== 'fetched') continue;
    const text = pageText(fetched.value.bytes, contentTypeOf(fetched.value.response));
    if (text === undefined) continue;
    await ports.texts.store(id, text);
    brought++;
  }
  return brought;
}
