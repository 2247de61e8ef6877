/**
 * `npx tsx scripts/time-linking.ts --pack PACK --coverage FILE [--articles N]` measures what spotting and linking cost: processor
 * time per KB of text, in a first round, which meets every entity for the first time, and in rounds after it.
 */
import { parseArgs } from 'node:util';
import { linkDocument } from '../lib/linking/link-document';
import { parseCoverageArticle, parseCoverageHeader } from '../lib/packs/coverage-lines';
import { readKnowledge } from './link/knowledge';
import { readItems } from './link/read-lines';

const rounds = 4;

const file = { type: 'string' } as const;
const { pack, coverage, articles } = parseArgs({ options: { pack: file, coverage: file, articles: { type: 'string' } } }).values;
if (pack === undefined || coverage === undefined) {
  console.error('time-linking needs a pack and articles: --pack PACK --coverage FILE [--articles N]');
  process.exitCode = 1;
} else {
  void timeLinking(pack, coverage, Number(articles ?? 400));
}

async function timeLinking(packFile: string, coverageFile: string, most: number): Promise<void> {
  const { entities, spot } = await readKnowledge(packFile);
  const texts: string[][] = [];
  for await (const { title, text } of readItems(coverageFile, { header: parseCoverageHeader, item: parseCoverageArticle })) {
    if (texts.length === most) break;
    texts.push(`${title}\n${text ?? ''}`.split('\n'));
  }
  const kilobytes = texts.flat().reduce((sum, block) => sum + block.length + 1, 0) / 1000;
  for (let round = 1; round <= rounds; round++) {
    const spotting = timed(() => texts.map((blocks) => blocks.map(spot)));
    const linking = timed(() => texts.map((blocks, i) => linkDocument({ blocks, matches: spotting.value[i] ?? [], entities })));
    const marks = linking.value.reduce((sum, mentions) => sum + mentions.length, 0);
    console.log(`round ${round}: spotting ${perKilobyte(spotting.ms)}, linking ${perKilobyte(linking.ms)} ms of processor time a KB; ${marks} marks`);
  }

  function perKilobyte(ms: number): string {
    return (ms / kilobytes).toFixed(2);
  }
}

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}
