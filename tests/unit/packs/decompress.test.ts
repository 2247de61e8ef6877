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

  // Node unpacks several by itself; that browsers do not is tested in them (`bad-input.test.ts`).
  it('undoes several packed files, one behind the other', async () => {
    const files = [text, '', 'three\n', text].map((one) => gzipSync(one));
    for (const step of [1, 7, 100_000]) expect(await read(steps(Buffer.concat(files), step))).toBe(`${text}three\n${text}`);
  });

  it('takes bytes that look like the beginning of another file as they are', async () => {
    const looks = '\u001f\u008b\b'.repeat(40);
    const bytes = Buffer.from(looks, 'latin1');
    let read = Buffer.alloc(0);
    for await (const chunk of decompress(steps(gzipSync(bytes, { level: 0 }), 5))) read = Buffer.concat([read, chunk]);
    expect(read.equals(bytes)).toBe(true);
  });

  it('throws where the second file is cut off or damaged', async () => {
    const [one, two] = [gzipSync(text), gzipSync(text)];
    await expect(read(apart(Buffer.concat([one, two.subarray(0, 40)])))).rejects.toThrow();
    await expect(read(apart(Buffer.concat([one, two.subarray(0, 3), one])))).rejects.toThrow();
  });

  it('throws where the gzip stream is cut off', async () => {
    await expect(read(apart(gzipSync(text).subarray(0, 40)))).rejects.toThrow();
  });
});

async function* apart(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes.subarray(0, 1));
  yield bytes.subarray(1);
}

async function* steps(bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield await Promise.resolve(bytes.subarray(at, at + step));
}

async function read(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of decompress(chunks)) text += decoder.decode(chunk, { stream: true });
  return text;
}
