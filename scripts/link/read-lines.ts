import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Result } from '../../lib/errors/failure';
import { decompress } from '../../lib/packs/decompress';
import { splitLines, type FileLine } from '../../lib/packs/split-lines';

/** What a command was given cannot be worked with; the message is a sentence for whoever gave it. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** Lines of a file, plain or gzip. */
async function* readLines(file: string): AsyncGenerator<FileLine> {
  const lines = splitLines(decompress(createReadStream(file)))[Symbol.asyncIterator]();
  for (;;) {
    const next = await lines.next().catch((problem: unknown) => {
      throw new Unusable(`${basename(file)} cannot be read.`, { cause: problem });
    });
    if (next.done === true) return;
    yield next.value;
  }
}

export interface LineParsers<T> {
  readonly header?: (line: string) => Result<unknown>;
  readonly item: (line: string) => Result<T>;
}

/** The items of a file. A file with the wrong first line ends the command; a bad line is told and passed over. */
export async function* readItems<T>(file: string, { header, item }: LineParsers<T>): AsyncGenerator<T> {
  let isFirst = header !== undefined;
  for await (const { number, text } of readLines(file)) {
    if (isFirst) {
      const parsed = header?.(text ?? '');
      if (parsed?.ok !== true) throw new Unusable(`${basename(file)} is not of the kind that was asked for: its first line says no such format.`);
      isFirst = false;
      continue;
    }
    const parsed = text === undefined ? undefined : item(text);
    if (parsed?.ok === true) yield parsed.value;
    else console.error(`${basename(file)}, line ${number}: ${parsed?.failure.detail ?? 'it is too long'}; passed over.`);
  }
  if (isFirst) throw new Unusable(`${basename(file)} is empty.`);
}
