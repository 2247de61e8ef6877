import { fail, succeed } from '../errors/failure';
import type { FailureKind, Result } from '../errors/failure';
import { decompress } from '../packs/decompress';
import { splitLines } from '../packs/split-lines';

export interface ImportFile {
  readonly stream: ReadableStream<Uint8Array>;
  /** Size in bytes, where it is known. */
  readonly size?: number;
}

export interface ImportProgress {
  /** Of the file, as it stands on disk: 0 to 1. Absent where its size is not known. */
  readonly share?: number;
  /** Entities or articles that were taken over so far. */
  readonly items: number;
}

/** How far a file was read, for good: what comes after these lines is still to be read. */
export interface FileCheckpoint {
  readonly lines: number;
  readonly items: number;
  readonly badLines: BadLines;
}

export const nothingRead: FileCheckpoint = { lines: 0, items: 0, badLines: { listed: [], total: 0 } };

/** What a restoring has come by that stands in no other row. */
export interface RestoringSoFar {
  readonly settings?: unknown;
  /** The file was read to its last line. */
  readonly isWhole?: boolean;
  /** Sources of the file that have another id here, with that. */
  readonly sourceIds?: ReadonlyMap<string, string>;
  /** Articles up to this number come with their numbers and stories, into a base that had none. */
  readonly numbered?: number;
}

/** An import that can be gone on with. */
export interface Resumption {
  readonly from: FileCheckpoint & RestoringSoFar & { readonly target?: number };
  /** Keeps how far it got, within the transaction that wrote what was read; `jobs` is among its tables. */
  keep(checkpoint: FileCheckpoint & RestoringSoFar & { readonly target: number }): Promise<void>;
}

export interface ImportOptions {
  readonly resumption?: Resumption;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
  /** The time now, ISO 8601 in UTC. */
  readonly now: () => string;
}

export interface BadLine {
  readonly line: number;
  readonly reason: string;
}

/** The first bad lines, and how many there are in all: a file may consist of nothing else. */
export interface BadLines {
  readonly listed: readonly BadLine[];
  readonly total: number;
}

const mostListed = 100;

/** What the lines of a file say; each line is good, or is listed as bad and passed over. */
interface LineReader<Header, Item> {
  /** Of a file that is not of this format at all, or breaks off. */
  readonly kind: FailureKind;
  readonly parseHeader: (line: string) => Result<Header>;
  readonly parseItem: (line: string, header: Header) => Result<Item>;
  readonly onHeader: (header: Header) => Promise<void>;
  /** Called with full batches and a last one that may be shorter; the reading goes on when it has resolved. */
  readonly onBatch: (items: Item[], read: FileCheckpoint) => Promise<void>;
  readonly batchSize: number;
  /** What comes after this one has to wait until it was taken in. */
  readonly endsBatch?: (item: Item) => boolean;
  /** Where an earlier reading of the same file got to. Its header is read again. */
  readonly from?: FileCheckpoint;
}

/** Reads a file of JSON Lines, packed or not, as a stream: never more of it than a batch is in memory. */
export async function readFile<Header, Item>(
  file: ImportFile,
  reader: LineReader<Header, Item>,
  { onProgress, signal }: ImportOptions,
): Promise<Result<BadLines>> {
  const { from = nothingRead } = reader;
  const bad = { listed: [...from.badLines.listed], total: from.badLines.total };
  let header: { readonly value: Header } | undefined;
  let batch: Item[] = [];
  let items = from.items;
  let bytes = 0;
  let last = from.lines;

  async function flush(lines: number): Promise<void> {
    items += batch.length;
    await reader.onBatch(batch, { lines, items, badLines: { listed: [...bad.listed], total: bad.total } });
    batch = [];
    onProgress?.({ items, share: file.size === undefined ? undefined : Math.min(1, bytes / Math.max(1, file.size)) });
  }

  const lines = splitLines(decompress(chunksOf(file.stream, (length) => (bytes += length))))[Symbol.asyncIterator]();
  for (;;) {
    const line = await nextLine(lines);
    if (signal?.aborted === true) {
      await lines.return(undefined);
      return fail('cancelled');
    }
    if (line === 'unreadable') return fail(reader.kind, 'it is damaged or breaks off');
    if (line === undefined) break;
    const { number, text } = line;
    if (!header) {
      const parsed: Result<Header> = text === undefined ? fail(reader.kind) : reader.parseHeader(text);
      if (!parsed.ok) return parsed;
      header = { value: parsed.value };
      await reader.onHeader(header.value);
      continue;
    }
    if (number <= from.lines) continue;
    last = number;
    const item: Result<Item> = text === undefined ? fail(reader.kind, 'it is too long') : reader.parseItem(text, header.value);
    if (item.ok) {
      batch.push(item.value);
      if (batch.length === reader.batchSize || reader.endsBatch?.(item.value) === true) await flush(number);
    } else {
      bad.total++;
      if (bad.listed.length < mostListed) bad.listed.push({ line: number, reason: item.failure.detail ?? '' });
    }
  }
  if (batch.length > 0) await flush(last);
  return header ? succeed(bad) : fail(reader.kind, 'it is empty');
}

async function nextLine<T>(lines: AsyncIterator<T>): Promise<T | 'unreadable' | undefined> {
  try {
    const next = await lines.next();
    return next.done === true ? undefined : next.value;
  } catch {
    // A gzip stream that is cut off, a file that was moved away while it was read.
    return 'unreadable';
  }
}

async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
  onBytes: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      onBytes(next.value.length);
      yield next.value;
    }
  } finally {
    await reader.cancel();
  }
}
