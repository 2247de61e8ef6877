/**
 * `npx tsx scripts/fit-linking.ts --pack PACK --docs GOLD [--coverage FILE] [--write]` fits the linker's weights on half of
 * the gold documents, reports both halves, what each technique is worth and how far confidences can be believed, and with
 * --write puts the weights into lib/linking/weights.json. `docs/linking.md` says with what data the shipped ones were made.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { succeed } from '../lib/errors/failure';
import type { CoverageEvidence } from '../lib/linking/coverage-evidence';
import { featureNames } from '../lib/linking/feature-names';
import { gatherExamples, type Example } from './fit-linking/examples';
import { halfOf, readGold, type GoldDocument } from './fit-linking/gold';
import { calibration, likeliest, score } from './fit-linking/measure';
import { allowedAfter, steps } from './fit-linking/steps';
import { train } from './fit-linking/train';
import { readKnowledge } from './link/knowledge';
import { learnFromCoverage } from './link/learn-from-coverage';
import { readItems } from './link/read-lines';
import { projectFolder } from './project-folder';

/** Below it a mark is more likely wrong than right. Chosen on the fitted half: see the table by threshold. */
const threshold = 0.45;

const file = { type: 'string' } as const;
const { pack, docs, coverage, write } = parseArgs({
  options: { pack: file, docs: file, coverage: file, write: { type: 'boolean' } },
}).values;
if (pack === undefined || docs === undefined) {
  console.error('fit-linking needs a pack and gold documents: --pack PACK --docs GOLD [--coverage FILE] [--write]');
  process.exitCode = 1;
} else {
  void fit(pack, docs);
}

async function fit(packFile: string, docsFile: string): Promise<void> {
  const knowledge = await readKnowledge(packFile);
  const ids = new Set([...knowledge.entities.values()].map(({ id }) => id));
  const documents: GoldDocument[] = [];
  for await (const document of readItems(docsFile, { item: (line) => succeed(readGold(line, (id) => ids.has(id))) })) {
    documents.push(document);
  }
  const gold = [0, 1].map((half) => mentionsIn(documents.filter(({ id }) => halfOf(id) === half)));
  const alone = gatherExamples({ knowledge, documents, weights: new Float64Array(featureNames.length) });
  const weights = train(alone.filter(({ half }) => half === 1), allowedAfter(steps.length));
  report({ alone, covered: undefined, gold });
  const evidence: CoverageEvidence | undefined = coverage === undefined ? undefined : await learnFromCoverage(knowledge, coverage);
  const covered = evidence && gatherExamples({ knowledge, documents, coverage: evidence, weights });
  if (covered) report({ alone, covered, gold });
  const fitted = train([...alone, ...(covered ?? [])].filter(({ half }) => half === 1), allowedAfter(steps.length));
  reportConfidence('without coverage', alone, fitted);
  if (covered) reportConfidence('with coverage', covered, fitted);
  if (write === true) writeWeights(fitted);
}

function mentionsIn(documents: readonly GoldDocument[]): number {
  return documents.reduce((sum, { entities }) => sum + entities.size, 0);
}

interface Halves {
  readonly alone: readonly Example[];
  readonly covered: readonly Example[] | undefined;
  readonly gold: readonly number[];
}

/** Scores after each technique: fitted on half 1, on half 1 and on half 0; then the other way round. */
function report({ alone, covered, gold }: Halves): void {
  console.log(`\n${covered ? 'With' : 'Without'} coverage                  fitted half P R F1 | other half P R F1 | swapped, other half P R F1`);
  for (const [i, { title }] of steps.entries()) {
    if (!covered && title.includes('coverage')) continue;
    const cells = ([1, 0] as const).flatMap((half) => {
      const learned = [...alone, ...(covered ?? [])].filter((example) => example.half === half);
      const best = likeliest(train(learned, allowedAfter(i + 1)), threshold);
      return ([half, 1 - half] as const).map((on) => {
        const { precision, recall, f1 } = score((covered ?? alone).filter((example) => example.half === on), gold[on] ?? 0, best);
        return [precision, recall, f1].map((value) => value.toFixed(1)).join(' ');
      });
    });
    console.log(`${title.padEnd(34)} ${[cells[0], cells[1], cells[3]].join(' | ')}`);
  }
}

function reportConfidence(title: string, examples: readonly Example[], weights: Float64Array): void {
  for (const half of [1, 0] as const) {
    console.log(`\nConfidence ${title}, ${half === 1 ? 'fitted' : 'other'} half`);
    const rows = calibration(examples.filter((example) => example.half === half), weights);
    for (const { from, to, places, right } of rows) {
      console.log(`${from.toFixed(1)} to ${Math.min(1, to).toFixed(1)}: ${places} places, ${(100 * right).toFixed(0)}% right`);
    }
  }
}

function writeWeights(weights: Float64Array): void {
  const named = Object.fromEntries(featureNames.map((name, i) => [name, Number((weights[i] ?? 0).toFixed(3))]));
  writeFileSync(join(projectFolder, 'lib', 'linking', 'weights.json'), `${JSON.stringify({ threshold, weights: named }, null, 2)}\n`);
}
