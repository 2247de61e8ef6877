/**
 * `npm run bench -- card [ARTICLES] [BROWSER]` measures, with the built extension, how long a reader waits for a card: from
 * the pointer at rest on a mark to the card painted with its coverage, with 100,000 articles unless told otherwise, one in
 * thirty of which names the card's subject. With the background alive and after it was stopped. The pointer comes slowly, as
 * a hand does at its goal, and once more flung onto the mark, where it first has to be seen that it rests.
 */
import { closeCard, openWithPointer } from '../../scripts/browsers/card';
import { browserNames, type BrowserName } from '../../scripts/browsers/known-browsers';
import { paintedMarks, placeOfMark } from '../../scripts/browsers/marks';
import { defaultReading } from '../../lib/settings/reading-settings';
import { openWorld } from '../support/world';
import { fillDatabase } from './card/fill-database';
import { paintTimes, watchPaint, type CardTimes } from './card/paint-time';
import { median } from './matching/measure';
import { inWords, markdownTable } from './matching/tables';

const rounds = { alive: 15, flung: 7, stopped: 7 };
/** CSS pixels before the mark: the hand's last move. */
const lastMove = 3;
const wanted = browserNames.filter((name) => process.argv.includes(name));
const count = process.argv.slice(2).map(Number).find((number) => number > 0) ?? 100_000;

const rows: string[][] = [];
for (const browser of wanted.length > 0 ? wanted : browserNames) rows.push(...(await measure(browser)));
console.log(`${inWords(count)} articles; milliseconds beyond the dwell of ${defaultReading.dwellMs}\n`);
console.log(markdownTable(['', 'background', 'pointer', 'card there, median', 'painted with coverage, median', 'most', 'of'], rows));

async function measure(browser: BrowserName): Promise<string[][]> {
  const world = await openWorld(browser);
  try {
    await world.followStand();
    const page = await world.openArticle('sessions-house-judiciary-election-security');
    const { annotations } = await world.annotated(page);
    const mark = (await paintedMarks(page)).findIndex((text) => text.includes('Sessions'));
    const others = annotations.map(({ entity }) => entity).filter(({ name }) => name !== 'Jeff Sessions');
    const subject = annotations.find(({ entity: { name } }) => name === 'Jeff Sessions')?.entity.id ?? '';
    const { options } = world.sidelight;
    await fillDatabase(options, { count, subject, others: others.map(({ id }) => id) });
    // It remembers what it had counted before.
    await world.sidelight.extension.stopBackground();
    const tab = await world.sidelight.tabOf(page);
    // Brings the card's script, which a page has brought by itself once it is idle.
    await openWithPointer(world.sidelight, page, mark);

    const time = async ({ isFlung }: { isFlung: boolean }): Promise<CardTimes> => {
      const place = await placeOfMark(page, mark);
      if (!place) throw new Error('The mark is gone.');
      await watchPaint(options, tab);
      if (!isFlung) await page.mouse.move(place.x - lastMove, place.y - lastMove);
      await page.mouse.move(place.x, place.y);
      const { opened, painted } = await paintTimes(options, tab);
      return { opened: opened - defaultReading.dwellMs, painted: painted - defaultReading.dwellMs };
    };
    const series = async (times: number, { isFlung, isStopped }: { isFlung: boolean; isStopped: boolean }): Promise<CardTimes[]> => {
      const taken: CardTimes[] = [];
      for (let round = 0; round < times; round++) {
        await closeCard(page);
        if (isStopped) await world.sidelight.extension.stopBackground();
        taken.push(await time({ isFlung }));
      }
      return taken;
    };
    return [
      [browser, 'alive', 'slow', ...summary(await series(rounds.alive, { isFlung: false, isStopped: false }))],
      [browser, 'alive', 'flung', ...summary(await series(rounds.flung, { isFlung: true, isStopped: false }))],
      [browser, 'stopped', 'slow', ...summary(await series(rounds.stopped, { isFlung: false, isStopped: true }))],
    ];
  } finally {
    await world.close();
  }
}

function summary(times: readonly CardTimes[]): string[] {
  const painted = times.map((each) => each.painted);
  const inMs = (ms: number): string => `${ms.toFixed(0)} ms`;
  return [inMs(median(times.map(({ opened }) => opened))), inMs(median(painted)), inMs(Math.max(...painted)), String(times.length)];
}
