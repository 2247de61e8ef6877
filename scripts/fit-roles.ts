/**
 * `npx tsx scripts/fit-roles.ts --pack PACK --coverage FILE [--articles N] [--write]` fits the weight of a role before a bare
 * surname, for which gold has no case. It needs no labels: an article that names somebody in full says whom the surname means
 * elsewhere in it. The paragraphs with the full name are taken away, and what is left asks the question. All other weights stay.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { featureIndex, featureNames } from '../lib/linking/feature-names';
import { weigh, weightVector, type Weights } from '../lib/linking/weigh';
import { parseCoverageArticle, parseCoverageHeader } from '../lib/packs/coverage-lines';
import { bareSurnames } from './fit-linking/bare-surnames';
import type { Example } from './fit-linking/examples';
import { readKnowledge } from './link/knowledge';
import { readItems } from './link/read-lines';
import { projectFolder } from './project-folder';

const file = { type: 'string' } as const;
const { pack, coverage, articles, write } = parseArgs({
  options: { pack: file, coverage: file, articles: { type: 'string' }, write: { type: 'boolean' } },
}).values;
if (pack === undefined || coverage === undefined) {
  console.error('fit-roles needs a pack and articles: --pack PACK --coverage FILE [--articles N] [--write]');
  process.exitCode = 1;
} else {
  void fitRoles(pack, coverage, Number(articles ?? 6000));
}

/** What weight the file of weights allows: beyond it a role alone would decide. */
const heaviest = 4;

async function fitRoles(packFile: string, coverageFile: string, most: number): Promise<void> {
  const knowledge = await readKnowledge(packFile);
  const path = join(projectFolder, 'lib', 'linking', 'weights.json');
  const weightsFile = JSON.parse(readFileSync(path, 'utf8')) as { threshold: number; weights: Weights };
  const vector = weightVector(weightsFile.weights);
  const halves: [Example[], Example[]] = [[], []];
  let read = 0;
  for await (const { title, text } of readItems(coverageFile, { header: parseCoverageHeader, item: parseCoverageArticle })) {
    if (++read > most) break;
    halves[read % 2 === 0 ? 0 : 1].push(...bareSurnames(knowledge, `${title}\n${text ?? ''}`.split('\n')));
  }
  let best = 0;
  let least = Infinity;
  for (let weight = 0; weight <= heaviest; weight += 0.25) {
    vector[featureIndex.roleFits] = weight;
    const losses = halves.map((half) => lossOf(half, vector));
    const [fitted = 0, other = 0] = losses;
    console.log([weight.toFixed(2), fitted.toFixed(4), other.toFixed(4), ...halves.map((half) => outcome(half, vector, weightsFile.threshold))].join(' | '));
    if (fitted >= least) continue;
    least = fitted;
    best = weight;
  }
  console.log(`${halves.map(({ length }) => length).join(' and ')} bare surnames; least loss on the first half at ${best}`);
  if (write !== true) return;
  const weights = Object.fromEntries(featureNames.map((name) => [name, name === 'roleFits' ? best : weightsFile.weights[name]]));
  writeFileSync(path, `${JSON.stringify({ threshold: weightsFile.threshold, weights }, null, 2)}\n`);
}

function lossOf(examples: readonly Example[], weights: Float64Array): number {
  const sum = examples.reduce((total, { features, right }) => {
    const chances = weigh(features, weights);
    const chance = right < 0 ? 1 - chances.reduce((all, one) => all + one, 0) : (chances[right] ?? 0);
    return total - Math.log(Math.max(1e-6, chance));
  }, 0);
  return sum / Math.max(1, examples.length);
}

/** How many are marked of those with a role that fits somebody, and how many of these rightly. */
function outcome(examples: readonly Example[], weights: Float64Array, threshold: number): string {
  const withRole = examples.filter(({ features }) => features.some((values) => (values[featureIndex.roleFits] ?? 0) > 0));
  const marked = withRole.map(({ features, right }) => {
    const chances = weigh(features, weights);
    const most = Math.max(...chances);
    return most < threshold ? undefined : chances.indexOf(most) === right;
  });
  const right = marked.filter((is) => is === true).length;
  return `${right} right, ${marked.filter((is) => is === false).length} wrong of ${withRole.length} with a role`;
}
