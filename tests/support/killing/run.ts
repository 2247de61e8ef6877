import type { BrowserName } from '../../../scripts/browsers/known-browsers';
import { untilThere } from '../../../scripts/browsers/patience';
import { randomFrom } from '../../bench/matching/random';
import { openExtension, type OpenExtension } from '../open-extension';
import type { StorageLab } from '../storage-lab-script';
import type { KillScript, Step } from './steps';

declare const storageLab: StorageLab;

export interface KillRun {
  readonly kills: number;
  /** Steps after which something else is stored than where nobody was killed. */
  readonly differing: readonly string[];
}

/**
 * Takes every step of a script in one profile undisturbed and in another killed twice, at moments drawn by a seed from the
 * time that the undisturbed one took: first what began it (the options page with its worker, or the background), then the
 * background that goes on with it. Compares everything that is stored after each step.
 */
export async function runKilled(browser: BrowserName, script: KillScript, seed = 1): Promise<KillRun> {
  try {
    const undisturbed = await inProfile(browser, script, async (open, step) => {
      const began = performance.now();
      await step.begin(open);
      await settled(open);
      const ms = performance.now() - began;
      return { ms, print: await fingerprint(open) };
    });
    const random = randomFrom(seed);
    let kills = 0;
    const prints = await inProfile(browser, script, async (open, step, at) => {
      const { ms = 0 } = undisturbed[at] ?? {};
      let isOver = false;
      const begun = step.begin(open).catch(() => undefined).finally(() => (isOver = true));
      await untilThere(async () => (isOver || (await step.isKept(open)) ? true : undefined), 30_000);
      await after(random() * ms);
      const isPage = kills++ % 4 === 0;
      await kill(open, isPage);
      const goneOn = step.goOn(open).catch(() => undefined);
      await after(random() * ms);
      await kill(open, false);
      kills++;
      // What was asked of a page that was closed meanwhile may never be answered.
      await Promise.all([isPage ? undefined : begun, goneOn]);
      await step.goOn(open);
      await settled(open);
      return fingerprint(open);
    });
    return { kills, differing: script.steps.flatMap(({ what }, at) => (prints[at] === undisturbed[at]?.print ? [] : what)) };
  } finally {
    await script.close();
  }
}

async function inProfile<T>(browser: BrowserName, { hosts, prepare, steps }: KillScript, take: (open: OpenExtension, step: Step, at: number) => Promise<T>): Promise<T[]> {
  const open = await openExtension(browser, { hosts });
  try {
    await prepare(open);
    await settled(open);
    const results: T[] = [];
    for (const [at, step] of steps.entries()) results.push(await take(open, step, at));
    return results;
  } finally {
    await open.close();
  }
}

async function kill(open: OpenExtension, isPage: boolean): Promise<void> {
  if (isPage) await open.reopenOptions();
  else await open.running.extension.stopBackground();
}

async function settled({ sidelight }: OpenExtension): Promise<void> {
  const isSettled = await untilThere(async () => {
    const { jobs, unlinked, ungathered } = await sidelight.options.evaluate(() => storageLab.progress());
    return jobs + unlinked + ungathered === 0 ? true : undefined;
  }, 120_000);
  if (isSettled !== true) throw new Error(`Something is never finished: ${JSON.stringify(await sidelight.options.evaluate(() => storageLab.progress()))}`);
}

function fingerprint({ sidelight }: OpenExtension): Promise<string> {
  return sidelight.options.evaluate(() => storageLab.fingerprint());
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
