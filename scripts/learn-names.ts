/**
 * `npm run --silent learn-names -- --coverage FILE [--pack FILE] [--sample N --seed N] [--batch N] [--changes]` prints
 * the names and topics that the extension would learn from these articles, one JSON object a line: all, or as many as
 * `--sample` says, drawn by `--seed`. `--changes` prints what happened on the way instead, suggested merges included.
 */
import { parseArgs } from 'node:util';
import { learn } from '../lib/discovery/learn';
import { learnedEntities } from '../lib/discovery/learned-entities';
import { emptyLearning } from '../lib/discovery/learning-state';
import type { LearningChange } from '../lib/discovery/changes';
import type { Article } from '../lib/model/article';
import { parseCoverageArticle, parseCoverageHeader } from '../lib/packs/coverage-lines';
import { drawSample } from './discovery/draw-sample';
import { knownNames } from './discovery/known-names';
import { readItems, Unusable } from './link/read-lines';

const usage = 'npm run --silent learn-names -- --coverage FILE [--pack FILE] [--sample N --seed N] [--batch N] [--changes]';

run().catch((problem: unknown) => {
  if (!(problem instanceof Unusable)) throw problem;
  console.error(`learn-names: ${problem.message}`);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  const { coverage, pack, sample, seed, batch, changes: asChanges } = readArguments();
  if (coverage === undefined) throw new Unusable(`it needs a file of articles: ${usage}`);
  const isKnown = await knownNames(pack);
  const articles: Article[] = [];
  for await (const article of readItems(coverage, { header: parseCoverageHeader, item: parseCoverageArticle })) articles.push(article);

  const began = performance.now();
  const size = Number(batch ?? 100);
  const changes: LearningChange[] = [];
  let state = emptyLearning();
  for (let at = 0; at < articles.length; at += size) {
    const learned = learn(state, articles.slice(at, at + size), { isKnown });
    state = learned.state;
    changes.push(...learned.changes);
  }
  const seconds = (performance.now() - began) / 1000;

  const found = asChanges === true ? changes : [...learnedEntities(state)];
  for (const item of sample === undefined ? found : drawSample<unknown>(found, Number(sample), Number(seed ?? 1))) {
    process.stdout.write(`${JSON.stringify(item)}\n`);
  }
  const rate = Math.round(articles.length / Math.max(seconds, 0.001));
  console.error(`${found.length} ${asChanges === true ? 'changes' : 'learned'} from ${state.articles} articles (${rate} articles a second).`);
}

function readArguments(): { coverage?: string; pack?: string; sample?: string; seed?: string; batch?: string; changes?: boolean } {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ options: { coverage: text, pack: text, sample: text, seed: text, batch: text, changes: { type: 'boolean' } } }).values;
  } catch {
    throw new Unusable(`what it was given is not what it takes: ${usage}`);
  }
}
