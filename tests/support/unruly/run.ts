import type { Page } from 'puppeteer-core';
import { existsSync, readdirSync, readFileSync, rmSync, mkdtempSync, writeFileSync } from 'node:fs';
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

/** Follows a stand of misbehaving sources in a real browser until each was asked and has had its time. */
export async function runUnruly(browser: BrowserName, size: { readonly hosts: number; readonly perHost: number }): Promise<UnrulyRun> {
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
    await askAll(sidelight, stand);
    const stored = await rowsOf<{ url: string; title: string }>(sidelight.options, 'articles');
    const sources = await rowsOf<{ url: string }>(sidelight.options, 'sources');
    const urls = stored.map(({ url }) => url);
    return {
      version: running.version,
      sources: stand.feeds.length,
      hosts: stand.hosts.length,
      ...politeness(stand),
      good: stand.goodArticles.size,
      goodStored: new Set(urls.filter((url) => stand.goodArticles.has(url))).size,
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

function politeness(stand: UnrulyStand) {
  const { asked, requests, mostAtOnce, early, withCookies } = stand.record();
  return { asked, requests, mostAtOnce, early, withCookies };
}

/**
 * Rounds, as the alarm would start them, until nothing is due and nobody waits for a moment that is near. The alarm's
 * minutes in between are left out; what is due when is not.
 */
async function askAll(sidelight: Sidelight, stand: UnrulyStand): Promise<void> {
  let rungAt = 0;
  const isDone = await untilThere(async () => {
    // Each round may take minutes; a second one beside it finds what the first has left.
    if (performance.now() - rungAt > 20_000) {
      await sidelight.ask('sources-changed', {});
      rungAt = performance.now();
    }
    const { running, asked, owed } = stand.record();
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

/** Looks every half second at the memory of the process that extensions run in, where /proc tells. */
function watchMemory(browser: BrowserName, pid: number | undefined) {
  const readings: number[] = [];
  const look = (): void => {
    const mb = pid === undefined ? undefined : extensionMemoryMb(browser, pid);
    if (mb !== undefined) readings.push(mb);
  };
  look();
  const timer = setInterval(look, 500);
  return {
    stop() {
      clearInterval(timer);
      const [before] = readings;
      return before === undefined ? undefined : { before, most: Math.max(...readings) };
    },
  };
}

function extensionMemoryMb(browser: BrowserName, root: number): number | undefined {
  if (!existsSync('/proc')) return undefined;
  const parents = new Map<number, number>();
  const marked: number[] = [];
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      const line = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      if (browser === 'chromium' ? line.includes('--extension-process') : /^Name:\s+WebExtensions/m.test(status)) marked.push(Number(name));
    } catch {
      // It ended while it was looked at.
    }
  }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && pid > 1 && isOurs(parents.get(pid) ?? 0));
  const sizes = marked.filter(isOurs).map((pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}
