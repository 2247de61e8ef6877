import { gzipSync } from 'node:zlib';

/** A file as a page gets it from an input: a stream of its bytes. */
export function asFile(content: string | Uint8Array): { stream: ReadableStream<Uint8Array>; size: number } {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { stream: new Blob([new Uint8Array(bytes)]).stream(), size: bytes.length };
}

export function gzipped(content: string): Uint8Array {
  return new Uint8Array(gzipSync(content));
}

/** JSON Lines of these values. */
function jsonLines(...values: unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join('\n');
}

export function packLines(id: string, entities: unknown[]): string {
  return jsonLines({ format: 'sidelight-pack/1', id, title: `Pack ${id}`, licence: 'CC0-1.0', language: 'en' }, ...entities);
}

export function coverageLines(...articles: unknown[]): string {
  return jsonLines({ format: 'sidelight-coverage/1' }, ...articles);
}
