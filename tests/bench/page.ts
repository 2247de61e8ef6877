/**
 * `npm run bench -- page [BROWSER…] [PART…]` measures what Sidelight costs a page. Parts: `reading` annotates made-up
 * articles of 1,000, 5,000 and 50,000 text nodes; `painting` marks 500 spans of them, in turn with mark.js; `tabs` opens 100
 * tabs of articles, or as many as a number among the words says, with the built extension. All of them in both browsers
 * unless said otherwise.
 */
import { cpus } from 'node:os';
import { browserNames, type BrowserName } from '../../scripts/browsers/known-browsers';
import { openPageLab, type PageLab } from '../support/page-lab';
import { median } from './matching/measure';
import { markdownTable } from './matching/tables';
import { madeNames, madePage } from './page/made-page';
import { measureTabs } from './page/measure-tabs';
import type { AnnotatedFigures, lab as pageScript } from './page/page-script';

declare const lab: typeof pageScript;

const sizes = [1_000, 5_000, 50_000];
const rounds = { annotate: 5, paint: 11 };
/** A page that shares its process with nobody has a clock with steps of microseconds. */
const alone = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
const words = process.argv.slice(2);

const parts: Readonly<Record<string, (browsers: readonly BrowserName[]) => Promise<string>>> = { reading, painting, tabs: (browsers) => measureTabs(browsers, Number(words.find((word) => /^\d+$/.test(word)) ?? 100)) };

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}\n`);
for (const part of chosen(Object.keys(parts))) console.log(await parts[part]?.(chosen(browserNames)));

function chosen<T extends string>(known: readonly T[]): readonly T[] {
  const named = known.filter((one) => words.includes(one));
  return named.length > 0 ? named : known;
}

async function reading(browsers: readonly BrowserName[]): Promise<string> {
  const rows: string[][] = [];
  for (const browser of browsers) {
    await inLab(browser, async (open) => {
      for (const size of sizes) {
        const runs: AnnotatedFigures[] = [];
        // Each on a page of its own; the first one warms up.
        for (let round = 0; round <= rounds.annotate; round += 1) {
          const page = await open.open(madePage(size), { path: `/${size}/${round}`, headers: alone });
          const figures = await page.evaluate((names) => lab.annotate(names), madeNames);
          if (round > 0) runs.push(figures);
          await page.close();
        }
        const of = (pick: (run: AnnotatedFigures) => number): number => median(runs.map(pick));
        const told = (value: number | undefined): string => (value === undefined ? 'not told' : String(value));
        rows.push([
          browser,
          size.toLocaleString('en'),
          of((run) => run.marked).toLocaleString('en'),
          `${of((run) => run.total).toFixed(0)} ms`,
          `${of((run) => run.longest).toFixed(0)} ms`,
          `${Math.max(...runs.map((run) => run.longest)).toFixed(0)} ms`,
          `${of((run) => run.idleLongest).toFixed(0)} ms`,
          told(runs.every((run) => run.long === undefined) ? undefined : Math.max(...runs.map((run) => run.long ?? 0))),
          told(runs.every((run) => run.shifts === undefined) ? undefined : Math.max(...runs.map((run) => run.shifts ?? 0))),
          runs.every((run) => run.isSame) ? 'unchanged' : 'CHANGED',
        ]);
      }
    });
  }
  return markdownTable(['browser', 'text nodes', 'marks', 'busy', 'longest task', '… of all runs', '… idle', 'long tasks', 'layout shifts', 'document and places'], rows);
}

async function painting(browsers: readonly BrowserName[]): Promise<string> {
  const rows: string[][] = [];
  for (const browser of browsers) {
    await inLab(browser, async (open) => {
      for (const size of sizes) {
        const page = await open.open(madePage(size), { path: `/paint/${size}`, headers: alone });
        const { ours, markJs, spans } = await page.evaluate((names, times) => lab.paint(names, times), madeNames, rounds.paint);
        await page.close();
        const [our, peer] = [median(ours.slice(1)), median(markJs.slice(1))];
        rows.push([browser, size.toLocaleString('en'), String(spans), `${our.toFixed(2)} ms`, `${peer.toFixed(1)} ms`, `${(peer / our).toFixed(0)} ×`]);
      }
    });
  }
  return markdownTable(['browser', 'text nodes', 'spans', 'ours', 'mark.js', 'its time / ours'], rows);
}

async function inLab(browser: BrowserName, work: (open: PageLab) => Promise<void>): Promise<void> {
  const open = await openPageLab(browser, '../bench/page/page-script.ts');
  try {
    await work(open);
  } finally {
    await open.close();
  }
}
