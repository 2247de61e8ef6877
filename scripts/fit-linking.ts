/**
 * `npx tsx scripts/fit-linking.ts --pack PACK --docs GOLD [--coverage FILE] [--write]` fits the linker's weights on half of
 * the gold documents and reports: both halves, what each technique is worth, cross-validation, how far confidences can be
 * believed and the kinds of mistakes that remain. With --write it puts the weights into lib/linking/weights.json.
 * `docs/linking.md` says with what data the shipped ones were made.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { succeed } from '../lib/errors/failure';
import { featureNames } from '../lib/linking/feature-names';
import type { Entity } from '../lib/model/entity';
import { gatherExamples, type FitDocument } from './fit-linking/examples';
import { crossValidate } from './fit-linking/folds';
import { readGold, type GoldDocument } from './fit-linking/gold';
import { calibration, count, scores, type Counts } from './fit-linking/measure';
import { countMistakes } from './fit-linking/mistakes';
import { allowedAfter, steps } from './fit-linking/steps';
import { train } from './fit-linking/train';
import { readKnowledge } from './link/knowledge';
import { learnFromCoverage } from './link/learn-from-coverage';
import { readItems } from './link/read-lines';
import { projectFolder } from './project-folder';

/** Below it a mark is more likely wrong than right. */
const threshold = 0.5;

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
  const { entities } = knowledge;
  const ids = new Set([...entities.values()].map(({ id }) => id));
  const documents: GoldDocument[] = [];
  for await (const document of readItems(docsFile, { item: (line) => succeed(readGold(line, (id) => ids.has(id))) })) documents.push(document);

  const first = gatherExamples({ knowledge, documents, weightsFor: () => new Float64Array(featureNames.length) });
  const [weightsOf0, weights] = ([0, 1] as const).map((half) => train(examplesOf([first], half), allowedAfter(steps.length)));
  const weightsFor = (half: 0 | 1): Float64Array => (half === 0 ? weights : weightsOf0) ?? new Float64Array(featureNames.length);
  const alone = gatherExamples({ knowledge, documents, weightsFor });
  reportSteps({ lists: [alone], entities });
  let lists = [alone];
  if (coverage !== undefined) {
    const evidence = await learnFromCoverage(knowledge, coverage, weights);
    const covered = gatherExamples({ knowledge, documents, coverage: evidence, weightsFor });
    lists = [covered, alone];
    reportSteps({ lists, entities });
  }
  const fitted = train(examplesOf(lists, 1), allowedAfter(steps.length));
  for (const list of lists) reportWeights(list, { entities, weights: fitted, title: list === alone ? 'without coverage' : 'with coverage' });
  if (write === true) writeWeights(fitted);
}

interface Data {
  /** What is judged, then what else is learned from: the same documents with and without coverage. */
  readonly lists: readonly (readonly FitDocument[])[];
  readonly entities: ReadonlyMap<number, Entity>;
}

function examplesOf(lists: Data['lists'], half: 0 | 1): FitDocument['examples'] {
  return lists.flatMap((list) => list.filter((document) => document.half === half)).flatMap(({ examples }) => examples);
}

/** Scores after each technique: fitted on half 1, on half 1 and on half 0; then the other way round. */
function reportSteps({ lists, entities }: Data): void {
  const [judged = []] = lists;
  const isCovered = lists.length > 1;
  console.log(`\n${isCovered ? 'With' : 'Without'} coverage | fitted half P R F1 | other half P R F1 | swapped, other half P R F1`);
  for (const [i, { title }] of steps.entries()) {
    if (!isCovered && title.includes('coverage')) continue;
    const cells = ([1, 0] as const).flatMap((half) => {
      const weights = train(examplesOf(lists, half), allowedAfter(i + 1));
      return ([half, 1 - half] as const).map((on) => cell(count(judged.filter((document) => document.half === on), { entities, weights, threshold })));
    });
    console.log([title, cells[0], cells[1], cells[3]].join(' | '));
  }
  for (const other of [0.4, 0.45, 0.5, 0.55]) console.log(`Cross-validated, marked from ${other} on: ${cell(crossValidate(lists, { entities, threshold: other }))}`);
}

function cell(counts: Counts): string {
  return scores(counts).map((value) => value.toFixed(1)).join(' ');
}

function reportWeights(list: readonly FitDocument[], { entities, weights, title }: { entities: Data['entities']; weights: Float64Array; title: string }): void {
  console.log(`\nThe fitted weights ${title}: ${cell(count(list, { entities, weights, threshold }))} on all documents`);
  for (const half of [1, 0] as const) {
    console.log(`Confidence, ${half === 1 ? 'fitted' : 'other'} half`);
    for (const { from, to, places, right } of calibration(list.filter((document) => document.half === half), { entities, weights })) {
      console.log(`${from.toFixed(1)} to ${Math.min(1, to).toFixed(1)} | ${places} | ${(100 * right).toFixed(0)}%`);
    }
  }
  const mistakes = [...countMistakes(list, { entities, weights, threshold })].sort(([, a], [, b]) => b - a);
  for (const [mistake, times] of mistakes) console.log(`${times} | ${mistake}`);
}

function writeWeights(weights: Float64Array): void {
  const named = Object.fromEntries(featureNames.map((name, i) => [name, Number((weights[i] ?? 0).toFixed(3))]));
  writeFileSync(join(projectFolder, 'lib', 'linking', 'weights.json'), `${JSON.stringify({ threshold, weights: named }, null, 2)}\n`);
}
