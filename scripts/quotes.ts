/**
 * `npm run --silent quotes -- --docs FILE` prints what each document quotes people with: for each line `{"id","text"}`
 * one `{"id","quotes":[{"start","end","speaker":{"start","end"},"text"}]}`. Offsets are UTF-16, into the document's
 * text. A quote is the words between the marks, so that its `text` is the document's from `start` to `end`; `speaker`
 * is the name of whoever said it, wherever in the paragraph that stands.
 */
import { parseArgs } from 'node:util';
import { findQuotes } from '../lib/quotes/find-quotes';
import { parseDocument } from './link/documents';
import { readItems, Unusable } from './link/read-lines';

const usage = 'npm run --silent quotes -- --docs FILE';

run().catch((problem: unknown) => {
  if (!(problem instanceof Unusable)) throw problem;
  console.error(`quotes: ${problem.message}`);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  const docs = docsArgument();
  if (docs === undefined) throw new Unusable(`it needs a file of documents: ${usage}`);
  for await (const { id, text } of readItems(docs, { item: parseDocument })) {
    process.stdout.write(`${JSON.stringify({ id, quotes: findQuotes(text) })}\n`);
  }
}

function docsArgument(): string | undefined {
  try {
    return parseArgs({ options: { docs: { type: 'string' } } }).values.docs;
  } catch {
    return undefined;
  }
}
