/**
 * `npm run bench -- storage [PART…] [BROWSER…] [SIZE]` measures the knowledge base in real browsers, through the built
 * extension. Parts: `pack` (imports 65,000 entities, then 1,000,000 names; or SIZE names), `waking` (the same, then how soon
 * a stopped background answers), `articles` (100,000, or SIZE), `killed-imports` and `killed-refreshes` (20 times, or SIZE),
 * `restored` (5,000 articles, or SIZE), `overlay` (1,000, 5,000 and 20,000 learned names; in Node, not in browsers). All of
 * them in both browsers unless said otherwise.
 */
import { cpus } from 'node:os';
import { browserNames, type BrowserName } from '../../scripts/browsers/known-browsers';
import { importPack } from '../../scripts/browsers/options-page';
import { runKilled } from '../support/killing/run';
import { importScript, refreshScript, type KillScript } from '../support/killing/steps';
import { openExtension, type OpenExtension } from '../support/open-extension';
import { inWords, type Figure } from './storage/figures';
import { benchFiles, type BenchPack } from './storage/generated-files';
import { measureArticles, measurePack } from './storage/measure-imports';
import { measureOverlay } from './storage/measure-overlay';
import { measureRestoring } from './storage/measure-restoring';
import { measureWaking } from './storage/measure-waking';

const files = benchFiles();
const words = process.argv.slice(2);
const size = words.map(Number).find((count) => count > 0);
const kills = size ?? 20;

const parts: Readonly<Record<string, (browser: BrowserName) => Promise<void>>> = {
  async pack(browser) {
    for await (const { pack, most } of packs()) {
      await withExtension(browser, (open) => measurePack(open, pack, most.import));
    }
  },

  async waking(browser) {
    for await (const { pack, most } of packs()) {
      await withExtension(browser, async (open) => {
        await importPack(open.sidelight, pack.file);
        const figures: Figure[] = [];
        // A usual article, and a text as long as matchers are measured with.
        for (const characters of [5_000, 30_000]) {
          const title = `${characters.toLocaleString('en')} characters, ${pack.title}`;
          figures.push(...(await measureWaking(open, files.blocks(characters), { title, most: most.waking })));
        }
        return figures;
      });
    }
  },

  async articles(browser) {
    const count = size ?? 100_000;
    const [pack, coverage] = [await files.realPack(), await files.coverage(count)];
    await withExtension(browser, async (open) => {
      await importPack(open.sidelight, pack.file);
      return measureArticles(open, coverage, count);
    });
  },

  async restored(browser) {
    const [pack, coverage] = [await files.realPack(), await files.coverage(size ?? 5_000)];
    await withExtension(browser, (open) => measureRestoring(open, { pack: pack.file, coverage }));
  },

  'killed-imports': (browser) => tellKills(browser, 'imports of packs and articles', importScript(kills / 2, { entities: 20_000, articles: 1_000 })),

  'killed-refreshes': async (browser) =>
    tellKills(browser, 'refreshes of a source', await refreshScript(kills / 2, { entities: 20_000, articles: 100 })),
};

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores; ${files.origin}\n`);
console.log('| | | | aim |\n| --- | --- | --- | --- |');
const wanted = chosen([...Object.keys(parts), 'overlay']);
if (wanted.includes('overlay')) await measureOverlays();
for (const browser of chosen(browserNames)) for (const part of wanted) await parts[part]?.(browser);

function chosen<T extends string>(names: readonly T[]): readonly T[] {
  const named = names.filter((name) => words.includes(name));
  return named.length > 0 ? named : names;
}

async function measureOverlays(): Promise<void> {
  const pack = await files.realPack();
  for (const names of [1_000, 5_000, 20_000]) {
    for (const figure of measureOverlay(pack, names)) console.log(inWords(figure, `Node ${process.versions.node}`));
  }
}

interface PackToMeasure {
  readonly pack: BenchPack;
  /** Milliseconds of the import; times as long as a background that only replies. */
  readonly most: { readonly import: number; readonly waking: number };
}

async function* packs(): AsyncGenerator<PackToMeasure> {
  if (size !== undefined) {
    yield { pack: await files.pack(size), most: aims(size) };
    return;
  }
  yield { pack: await files.realPack(), most: aims(0) };
  yield { pack: await files.pack(1_000_000), most: aims(1_000_000) };
}

function aims(names: number): PackToMeasure['most'] {
  return names > 200_000 ? { import: 60_000, waking: 4 } : { import: 5_000, waking: 2.5 };
}

async function tellKills(browser: BrowserName, what: string, script: KillScript): Promise<void> {
  const run = await runKilled(browser, script);
  const told = run.differing.length === 0 ? '' : ` (${run.differing.join(', ')})`;
  console.log(inWords({ what: `${run.kills} kills during ${what}: steps that differ${told}`, value: run.differing.length, unit: '', aim: 0 }, browser));
}

async function withExtension(browser: BrowserName, measure: (open: OpenExtension) => Promise<readonly Figure[]>): Promise<void> {
  const open = await openExtension(browser);
  try {
    for (const figure of await measure(open)) console.log(inWords(figure, open.running.version));
  } finally {
    await open.close();
  }
}
