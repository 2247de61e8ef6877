import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../lib/model/limits';
import { splitLines, type FileLine } from '../../../lib/packs/split-lines';

describe('splitLines', () => {
  it('numbers lines from 1, counts blank ones and leaves them out', async () => {
    expect(await lines(['\uFEFFa\r\n\n  \nb', 'c\nd'])).toEqual([
      { number: 1, text: 'a' },
      { number: 4, text: 'bc' },
      { number: 5, text: 'd' },
    ]);
  });

  it('finds the same lines wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), fc.infiniteStream(fc.integer({ min: 1, max: 7 })), async (texts, sizes) => {
        const wanted = texts.map((text) => text.replaceAll(/[\r\n\uFEFF]/g, '')).filter((text) => text.trim() !== '');
        const bytes = new TextEncoder().encode(wanted.join('\n'));
        expect((await lines(cut(bytes, sizes))).map((line) => line.text)).toEqual(wanted);
      }),
    );
  });

  it('does not keep a line that is too long and goes on behind it', async () => {
    const long = 'x'.repeat(limits.packLineLength / 2);
    expect(await lines(['a\n', long, long, 'x\nb'])).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: undefined },
      { number: 3, text: 'b' },
    ]);
  });
});

async function lines(chunks: Iterable<string | Uint8Array>): Promise<FileLine[]> {
  const found: FileLine[] = [];
  for await (const line of splitLines(stream(chunks))) found.push(line);
  return found;
}

async function* stream(chunks: Iterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    yield await Promise.resolve(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  }
}

function* cut(bytes: Uint8Array, sizes: Iterator<number>): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const size = sizes.next().value as number;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}
