import type { Page } from 'puppeteer-core';
import { rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../../scripts/browsers/find-browser';
import type { BrowserName } from '../../../scripts/browsers/known-browsers';
import { launchWithExtension } from '../../../scripts/browsers/launch-browser';
import { importFeedList } from '../../../scripts/browsers/options-page';
import { untilThere } from '../../../scripts/browsers/patience';
import { controlSidelight, type Sidelight } from '../../../scripts/browsers/sidelight';
import { thisMachine } from '../../../scripts/browsers/this-machine';
import { writeOpml } from '../../../lib/feeds/opml';
import { builtExtension } from '../built-extension';
import { watchMemory } from '../extension-memory';
import { openUnrulyStand, type UnrulyStand } from './stand';

export interface UnrulyRun {
  readonly version: string;
  readonly sources: number;
  readonly hosts: number;
  readonly asked: number;
  readonly requests: number;
  readonly mostAtOnce: number;
  /** What was asked before its host had allowed it. */
  readonly early: readonly string[];
  readonly withCookies: number;
  /** Articles that could be had; of these, how many are stored; and how many rows there are. */
  readonly good: number;
  readonly goodStored: number;
  /** How the sources behave of which articles are missing: how many of each. */
  readonly missing: ReadonlyMap<string, number>;
  readonly stored: number;
  /** Sources that say they moved for good, and those that have another address now. */
  readonly moving: number;
  readonly moved: number;
  /** Titles in which markup was left. */
  readonly titlesWithMarkup: number;
  /** Of the process in which the extension runs, in megabytes; absent where the system does not tell. */
  readonly memoryMb?: { readonly before: number; readonly most: number };
  readonly seconds: number;
}

export interface UnrulyStandSize {
  readonly hosts: number;
  readonly perHost: number;
  /** Hears now and then how far it is. */
  readonly say?: (progress: string) => void;
}

/** Follows a stand of misbehaving sources in a real browser until each was asked and has had its time. */
export async function runUnruly(browser: BrowserName, { say = () => undefined, ...size }: UnrulyStandSize): Promise<UnrulyRun> {
  const stand = await openUnrulyStand(size.hosts, size.perHost);
  const found = findBrowser(browser, thisMachine);
  if (!found.ok) throw new Error(found.problem);
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-unruly-'));
  const running = await launchWithExtension({
    name: browser, path: found.path, headless: true, hostsOnLoopback: stand.hosts, extensionFolder: builtExtension(browser),
  });
  try {
    const sidelight = await controlSidelight(running.extension);
    const started = performance.now();
    const memory = watchMemory(browser, running.browser.process()?.pid);
    const file = join(folder, 'unruly.opml');
    writeFileSync(file, writeOpml(stand.feeds, new Date().toISOString()));
    await importFeedList(sidelight, file, stand.hosts.map((host) => `http://${host}/*`));
    await askAll(sidelight, stand, say);
    const stored = await rowsOf<{ url: string; title: string }>(sidelight.options, 'articles');
    const sources = await rowsOf<{ url: string }>(sidelight.options, 'sources');
    const urls = stored.map(({ url }) => url);
    const there = new Set(urls);
    const missing = [...stand.goodArticles].filter(([url]) => !there.has(url));
    return {
      version: running.version,
      sources: stand.feeds.length,
      hosts: stand.hosts.length,
      ...politeness(stand),
      good: stand.goodArticles.size,
      goodStored: stand.goodArticles.size - missing.length,
      missing: counted(missing.map(([, behaviour]) => behaviour)),
      stored: urls.length,
      moving: stand.feeds.filter(({ behaviour }) => behaviour === 'a chain of 301').length,
      moved: sources.filter(({ url }) => !stand.feeds.some((feed) => feed.url === url)).length,
      titlesWithMarkup: stored.filter(({ title }) => title.includes('<')).length,
      memoryMb: memory.stop(),
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await running.close();
    await stand.close();
    rmSync(folder, { recursive: true });
  }
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function politeness(stand: UnrulyStand) {
  const { asked, requests, mostAtOnce, early, withCookies } = stand.record();
  return { asked, requests, mostAtOnce, early, withCookies };
}

/** More than what passes between two requests to one host: where nobody was asked for so long, a round is over. */
const overMs = 2_500;

/**
 * Rounds, as the alarm would start them, until nothing is due and nobody waits for a moment that is near. The alarm's
 * minutes in between are left out; what is due when is not.
 */
async function askAll(sidelight: Sidelight, stand: UnrulyStand, say: (progress: string) => void): Promise<void> {
  let rungAt = 0;
  const isDone = await untilThere(async () => {
    const { running, asked, owed, quietMs } = stand.record();
    const since = performance.now() - rungAt;
    const isOver = running === 0 && Math.min(quietMs, since) > overMs;
    // A slow source may hold up a round; another one beside it finds what the first has left, as the alarm's does.
    if (isOver || since > 20_000) {
      await sidelight.ask('sources-changed', {});
      rungAt = performance.now();
      say(`${asked} of ${stand.feeds.length} asked, ${owed} told to wait, ${running} requests running, ${await dueSoon(sidelight)} due`);
    }
    if (owed > 0 || running > 0 || asked < stand.feeds.length) return undefined;
    return (await dueSoon(sidelight)) === 0 ? true : undefined;
  }, 20 * 60_000);
  if (isDone !== true) throw new Error(`${await dueSoon(sidelight)} sources are still due; ${stand.record().asked} of ${stand.feeds.length} were asked`);
}

/** Sources that are due within a minute and a half: what a host asked to wait for, not what backs off for longer. */
async function dueSoon({ options }: Sidelight): Promise<number> {
  const soon = new Date(Date.now() + 90_000).toISOString();
  const states = await rowsOf<{ nextFetch: string }>(options, 'sourceStates');
  const sources = await rowsOf(options, 'sources');
  return sources.length - states.filter(({ nextFetch }) => nextFetch > soon).length;
}

/** What stands in the extension's database, as its own page sees it. */
function rowsOf<T>(options: Page, store: string): Promise<T[]> {
  return options.evaluate(
    (name) =>
      new Promise<T[]>((resolve, reject) => {
        const opening = indexedDB.open('sidelight');
        opening.onerror = () => reject(new Error('The database cannot be opened'));
        opening.onsuccess = () => {
          const asking = opening.result.transaction(name).objectStore(name).getAll();
          asking.onsuccess = () => {
            opening.result.close();
            resolve(asking.result as T[]);
          };
        };
      }),
    store,
  );
}
