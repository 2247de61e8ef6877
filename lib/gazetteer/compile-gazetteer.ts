import type { AliasEntry } from './match';

/** All aliases, compiled for matching. */
export function compileGazetteer(entries: Iterable<AliasEntry>): ArrayBuffer {
  const bytes = new TextEncoder().encode(JSON.stringify({ format: 'gazetteer-0', entries: [...entries] }));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
