/**
 * `npx tsx scripts/count-words.ts --coverage FILE [--write]` counts how the articles of a coverage file write their words and
 * with --write puts those that everyday language uses in lower case into lib/linking/common-words.json.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocument } from '../lib/linking/read-document';
import { parseCoverageArticle, parseCoverageHeader } from '../lib/packs/coverage-lines';
import { readItems } from './link/read-lines';
import { projectFolder } from './project-folder';

/** Fewer articles than that may share an author or a slip of the keyboard. */
const fewestArticles = 20;
const lineWidth = 240;

const { coverage, write } = parseArgs({ options: { coverage: { type: 'string' }, write: { type: 'boolean' } } }).values;
if (coverage === undefined) {
  console.error('count-words needs articles: --coverage FILE [--write]');
  process.exitCode = 1;
} else {
  void countWords(coverage);
}

async function countWords(file: string): Promise<void> {
  const small = new Map<string, number>();
  const capital = new Map<string, number>();
  const articles = new Map<string, number>();
  for await (const { text } of readItems(file, { header: parseCoverageHeader, item: parseCoverageArticle })) {
    const reading = readDocument((text ?? '').split('\n'));
    for (const [word, count] of reading.lower) {
      add(small, word, count);
      add(articles, word, 1);
    }
    for (const [word, count] of reading.capital) add(capital, word, count);
  }
  const common = [...small]
    .filter(([word, count]) => /^[a-z]{2,}$/.test(word) && count >= (capital.get(word) ?? 0) && (articles.get(word) ?? 0) >= fewestArticles)
    .map(([word]) => word)
    .sort();
  console.log(`${common.length} common words`);
  if (write !== true) return;
  writeFileSync(join(projectFolder, 'lib', 'linking', 'common-words.json'), `${JSON.stringify(inLines(common), null, 1)}\n`);
}

function add(counts: Map<string, number>, word: string, by: number): void {
  counts.set(word, (counts.get(word) ?? 0) + by);
}

/** Several words a line, so that a change shows as a change of lines. */
function inLines(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= lineWidth) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
