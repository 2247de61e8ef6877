/**
 * `npm run --silent link -- --pack PACK [--coverage FILE] --docs DOCS` prints the mentions that the extension would find
 * in each document, one JSON object a line. Offsets are UTF-16, into the document's text.
 */
import { parseArgs } from 'node:util';
import { linkDocuments } from './link/link-documents';
import { Unusable } from './link/read-lines';

const usage = 'npm run --silent link -- --pack PACK [--coverage FILE] --docs DOCS';

run().catch((problem: unknown) => {
  if (!(problem instanceof Unusable)) throw problem;
  console.error(`link: ${problem.message}`);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  const { pack, coverage, docs } = readArguments();
  if (pack === undefined || docs === undefined) throw new Unusable(`it needs a pack and documents: ${usage}`);
  await linkDocuments({ pack, coverage, docs, print: (line) => process.stdout.write(`${line}\n`) });
}

function readArguments(): { pack?: string; coverage?: string; docs?: string } {
  const file = { type: 'string' } as const;
  try {
    return parseArgs({ options: { pack: file, coverage: file, docs: file } }).values;
  } catch {
    throw new Unusable(`what it was given is not what it takes: ${usage}`);
  }
}
