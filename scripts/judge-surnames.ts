/**
 * `npx tsx scripts/judge-surnames.ts --pack PACK --coverage FILE [--articles N]` measures how often a surname alone is linked
 * rightly, without coverage and with what the articles before it have taught. Three of four articles are learned from; each
 * fourth, once a good half was read, loses its paragraphs with full names and is judged by what these said.
 */
import { parseArgs } from 'node:util';
import { articleEvidence } from '../lib/linking/article-evidence';
import { CoverageCounts } from '../lib/linking/coverage-evidence';
import { judgeDocument } from '../lib/linking/link-document';
import { weigh, weightVector } from '../lib/linking/weigh';
import weightsFile from '../lib/linking/weights.json';
import { parseCoverageArticle, parseCoverageHeader } from '../lib/packs/coverage-lines';
import { bareSurnames } from './fit-linking/bare-surnames';
import type { Example } from './fit-linking/examples';
import { readKnowledge } from './link/knowledge';
import { readItems } from './link/read-lines';

const file = { type: 'string' } as const;
const { pack, coverage, articles } = parseArgs({ options: { pack: file, coverage: file, articles: { type: 'string' } } }).values;
if (pack === undefined || coverage === undefined) {
  console.error('judge-surnames needs a pack and articles: --pack PACK --coverage FILE [--articles N]');
  process.exitCode = 1;
} else {
  void judgeSurnames(pack, coverage, Number(articles ?? 3000));
}

async function judgeSurnames(packFile: string, coverageFile: string, most: number): Promise<void> {
  const knowledge = await readKnowledge(packFile);
  const { entities, spot } = knowledge;
  const learned = new CoverageCounts();
  const alone: Example[] = [];
  const covered: Example[] = [];
  let read = 0;
  for await (const { title, text } of readItems(coverageFile, { header: parseCoverageHeader, item: parseCoverageArticle })) {
    if (++read > most) break;
    const blocks = `${title}\n${text ?? ''}`.split('\n');
    if (read % 4 !== 0) learned.add(articleEvidence(judgeDocument({ blocks, matches: blocks.map(spot), entities })));
    else if (read > most / 2) {
      alone.push(...bareSurnames(knowledge, blocks));
      covered.push(...bareSurnames(knowledge, blocks, learned));
    }
  }
  const known = alone.filter(({ right }) => right >= 0).length;
  console.log(`${known} surnames of people in the pack, ${alone.length - known} of others`);
  console.log(`without coverage: ${outcome(alone)}\nwith coverage: ${outcome(covered)}`);
}

function outcome(examples: readonly Example[]): string {
  const weights = weightVector(weightsFile.weights);
  const marked = examples.flatMap(({ features, right }) => {
    const chances = weigh(features, weights);
    const most = Math.max(...chances);
    return most < weightsFile.threshold ? [] : [chances.indexOf(most) === right];
  });
  const right = marked.filter(Boolean).length;
  return `${right} linked rightly, ${marked.length - right} wrongly`;
}
