import { importCoverage, importPack } from '../../../scripts/browsers/options-page';
import { watchMemory } from '../../support/extension-memory';
import type { StorageLab } from '../../support/storage-lab-script';
import type { Figure } from './figures';
import { readPack, type BenchPack } from './generated-files';
import type { OpenExtension } from '../../support/open-extension';
import { watchResponsiveness } from './responsiveness';

declare const storageLab: StorageLab;

/** Seldom enough that looking, which counts rows, does not hold up what is measured. */
const lookEveryMs = 1_000;
/** Rows that are added one by one to tell how long all would take. */
const sampledEntities = 20_000;

/** A pack imported by the options page, beside `bulkAdd` of rows for its entities and names. */
export async function measurePack(open: OpenExtension, pack: BenchPack, mostMs: number): Promise<Figure[]> {
  const { sidelight, running } = open;
  const all = readPack(pack.file);
  const sample = all.filter((_, at) => at % Math.ceil(all.length / sampledEntities) === 0);
  const scale = rowsOf(all) / rowsOf(sample);
  const longestGap = await watchResponsiveness(sidelight.options);
  const memory = watchMemory(open.name, running.browser.process()?.pid);
  const ms = await timed(async () => expectDone(await importPack(sidelight, pack.file)));
  const mb = memory.stop();
  const gap = await longestGap();
  const plainMs = await sidelight.options.evaluate((entities) => storageLab.bulkAddTime(entities), sample);
  const pagesMs = await sidelight.options.evaluate((entities) => storageLab.pagesTime(entities), sample);
  return [
    { what: `${pack.title} imported`, value: ms, unit: 'ms', aim: mostMs },
    { what: '… memory of the extension’s process, at most', value: mb?.most, unit: 'MB', aim: 400 },
    { what: '… of which before the import', value: mb?.before, unit: 'MB' },
    { what: '… longest time its page did not answer', value: gap, unit: 'ms' },
    { what: `… \`bulkAdd\` of its ${rowsOf(all).toLocaleString('en')} rows (from ${rowsOf(sample).toLocaleString('en')})`, value: plainMs * scale, unit: 'ms' },
    { what: '… times as long as storing the same entities in pages', value: plainMs / pagesMs, unit: '×', aim: 30, isLeast: true },
    { what: '… times as long as the whole import, which also unpacks, parses, checks and compiles', value: (plainMs * scale) / ms, unit: '×' },
  ];
}

/** A coverage file imported, linked, and gathered into stories; then the coverage of the entity that it names most. */
export async function measureArticles(open: OpenExtension, file: string, articles: number): Promise<Figure[]> {
  const { options } = open.sidelight;
  const began = performance.now();
  expectDone(await importCoverage(open.sidelight, file));
  const read = performance.now() - began;
  const until = async (isDone: (at: Awaited<ReturnType<StorageLab['progress']>>) => boolean): Promise<number> => {
    while (!isDone(await options.evaluate(() => storageLab.progress()))) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    return performance.now() - began;
  };
  const linked = await until((at) => at.articles > 0 && at.unlinked === 0);
  const gathered = await until((at) => at.ungathered === 0);
  const times = await options.evaluate(() => storageLab.coverageTimes());
  const named = `of an entity in ${times.articles.toLocaleString('en')} articles`;
  return [
    { what: `${articles.toLocaleString('en')} articles read in`, value: read, unit: 'ms' },
    { what: '… and linked, learned from and stored', value: linked, unit: 'ms', aim: 120_000 },
    { what: '… and gathered into stories, quotes found', value: gathered, unit: 'ms' },
    { what: `newest 50 articles ${named}`, value: times.newest, unit: 'ms', aim: 10 },
    { what: `months ${named}`, value: times.months, unit: 'ms', aim: 20 },
    { what: `all that its card asks for`, value: times.card, unit: 'ms' },
  ];
}

function expectDone({ ok, text }: { readonly ok: boolean; readonly text: string }): void {
  if (!ok) throw new Error(text);
}

async function timed(act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

function rowsOf(entities: readonly { readonly aliases: readonly string[] }[]): number {
  return entities.reduce((sum, { aliases }) => sum + 2 + aliases.length, 0);
}
