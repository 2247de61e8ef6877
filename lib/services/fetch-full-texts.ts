import { nextFetchAfterFailure } from '../feeds/fetch-rules';
import { pageText } from '../feeds/page-text';
import { addressesOfHost } from '../model/address';
import { fetchFeed, hostOf, type FetchPorts } from './fetch-feed';
import { contentTypeOf } from './source-states';

/** So many pages are asked for in one round; the rest waits for the next. */
const perRound = 10;
/** Among so many: those of hosts that may not be asked now keep their place, and are not to keep the others waiting. */
const consideredPerRound = 100;
/** What hosts answer that want to be left alone for a while. */
const busyStatus = new Set([429, 503]);

export interface TextlessArticle {
  readonly id: string;
  readonly url: string;
  /** The host that its page was sent on to, when nobody was allowed to ask it. */
  readonly sentTo?: string;
}

export interface FullTextStore {
  /** The newest articles of which a feed brought only the beginning and the reader wants all, of those that were not answered for yet. */
  take(limit: number): Promise<readonly TextlessArticle[]>;
  /** Notes that the page was asked for, and keeps its text if it had one. */
  store(id: string, text: string | undefined): Promise<void>;
  /** Notes that the page is on another host, which the reader has not allowed: it is asked for when that changed. */
  sentTo(id: string, host: string): Promise<void>;
}

export interface FullTextPorts extends FetchPorts {
  readonly texts: FullTextStore;
}

/**
 * Fetches the pages of some articles, each in its host's turn, and once if it is answered. What could not be asked now
 * stays for a later round: its host wants to wait, is not allowed yet, or nobody is there. Returns how many brought a text.
 */
export async function fetchFullTexts(ports: FullTextPorts): Promise<number> {
  const round: Round = { ports, stopped: new Set(), silent: [], isAnswered: false };
  let asked = 0;
  let brought = 0;
  for (const article of await ports.texts.take(consideredPerRound)) {
    if (asked === perRound) break;
    if (!(await mayAsk(article, round))) continue;
    asked++;
    if (await fetchText(article, round)) brought++;
  }
  // Where others answered, it is these that are not there. Else it is the line of this machine.
  if (round.isAnswered) for (const id of round.silent) await ports.texts.store(id, undefined);
  return brought;
}

interface Round {
  readonly ports: FullTextPorts;
  /** Hosts of which no more is asked in this round. */
  readonly stopped: Set<string>;
  /** Articles whose hosts were not there. */
  readonly silent: string[];
  isAnswered: boolean;
}

async function mayAsk({ url, sentTo }: TextlessArticle, { ports, stopped }: Round): Promise<boolean> {
  const host = hostOf(url);
  if (stopped.has(host) || ports.hosts.leftAloneUntil(host) > ports.now()) return false;
  const isAllowed = async (address: string): Promise<boolean> => (await ports.mayFetch?.(address)) ?? true;
  if (sentTo !== undefined && !(await Promise.all(addressesOfHost(sentTo).map(isAllowed))).includes(true)) return false;
  return isAllowed(url);
}

async function fetchText({ id, url }: TextlessArticle, round: Round): Promise<boolean> {
  const { ports, stopped } = round;
  const fetched = await fetchFeed({ url, accept: 'text/html, application/xhtml+xml;q=0.9' }, ports, async ({ bytes, response }) => {
    // Noted before it is read: a page that kills the background is not asked for again.
    await ports.texts.store(id, undefined);
    return pageText(bytes, contentTypeOf(response));
  });
  if (!fetched.ok) {
    const { kind, detail } = fetched.failure;
    if (kind === 'asked-to-wait' || kind === 'unreachable' || kind === 'too-slow') {
      stopped.add(hostOf(url));
      if (kind !== 'asked-to-wait') round.silent.push(id);
      return false;
    }
    if (kind === 'no-permission' && detail !== undefined) {
      await ports.texts.sentTo(id, detail);
      return false;
    }
    // Too large, or in circles: so it is the next time.
    await ports.texts.store(id, undefined);
    return false;
  }
  round.isAnswered = true;
  const { value } = fetched;
  if (busyStatus.has(value.response.status)) {
    stopped.add(hostOf(url));
    stopped.add(hostOf(value.url));
    const now = ports.now();
    // It may have said for how long, which holds then, being noted already.
    await ports.hosts.leaveAlone(hostOf(value.url), nextFetchAfterFailure({ now, chance: 0, failuresInRow: 1 }));
    return false;
  }
  if (value.state !== 'fetched') await ports.texts.store(id, undefined);
  else if (value.read !== undefined) await ports.texts.store(id, value.read);
  return value.state === 'fetched' && value.read !== undefined;
}
