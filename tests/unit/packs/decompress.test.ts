import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decompress } from '../../../lib/packs/decompress';

describe('decompress', () => {
  const text = 'one line\nand another\n'.repeat(1000);

  it('undoes gzip, found by its first two bytes even when they come apart', async () => {
    expect(await read(apart(gzipSync(text)))).toBe(text);
  });

  it.each(['', 'x', text])('passes anything else through', async (plain) => {
    expect(await read(apart(new TextEncoder().encode(plain)))).toBe(plain);
  });

  it('throws where the gzip stream is cut off', async () => {
    await expect(read(apart(gzipSync(text).subarray(0, 40)))).rejects.toThrow();
  });
});

async function* apart(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes.subarray(0, 1));
  yield bytes.subarray(1);
}

async function read(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of decompress(chunks)) text += decoder.decode(chunk, { stream: true });
  return text;
}
