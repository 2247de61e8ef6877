/**
 * Undoes gzip where the two magic bytes say so, whatever the file is called, also where several packed files were put one
 * behind the other; anything else passes through. A damaged gzip stream makes the iteration throw.
 */
export async function* decompress(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  let done = false;
  while (head.length < 2 && !done) {
    const next = await source.next();
    if (next.done === true) done = true;
    else head = joined(head, next.value);
  }
  const rest = startingWith(head, source);
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(inPieces(rest));
  else yield* rest;
}

async function* startingWith(head: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}

/** A stream unpacks what it is given at once, into ten times as much that then waits: a file comes in pieces of half a megabyte. */
const mostAtOnce = 1 << 15;

/** Cut also before whatever looks like the beginning of another packed file. */
async function* inPieces(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held = new Uint8Array();
  for await (const chunk of chunks) {
    const bytes = joined(held, chunk);
    let from = 0;
    // A beginning may go on in the next chunk.
    while (bytes.length - from > magic.length) {
      const to = Math.min(beginningAfter(bytes, from), from + mostAtOnce, bytes.length - magic.length);
      yield bytes.subarray(from, to);
      from = to;
    }
    held = bytes.slice(from);
  }
  if (held.length > 0) yield held;
}

/** Two magic bytes, and the one way to pack that there is. */
const magic = [0x1f, 0x8b, 8];

function beginningAfter(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from + 1); at !== -1; at = bytes.indexOf(0x1f, at + 1)) {
    if (isBeginning(bytes.subarray(at))) return at;
  }
  return bytes.length;
}

function isBeginning(bytes: Uint8Array): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/**
 * Browsers refuse what stands behind the end of a packed file, and do not say where that is. So where a piece that looks
 * like a beginning is refused, it is one: whatever came before it was unpacked in whole. A stream takes in no more before
 * all that it gave was read, so nothing is lost of that.
 */
async function* gunzipped(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let member = new Member();
  for await (const piece of pieces) {
    try {
      yield* member.add(piece);
    } catch (error) {
      if (!isBeginning(piece)) throw error;
      member = new Member();
      yield* member.add(piece);
    }
  }
  yield* member.end();
}

/** One packed file. */
class Member {
  readonly #stream = new DecompressionStream('gzip');
  readonly #writer = this.#stream.writable.getWriter();
  readonly #reader = this.#stream.readable.getReader();
  #next: Promise<ReadableStreamReadResult<Uint8Array>> | undefined;

  /** What comes of it, at least until all of it was taken in; throws where it is refused. */
  add(piece: Uint8Array): AsyncGenerator<Uint8Array> {
    return this.#readUntil(this.#writer.write(new Uint8Array(piece)));
  }

  async *end(): AsyncGenerator<Uint8Array> {
    yield* this.#readUntil(this.#writer.close());
    yield* this.#readUntil(new Promise(() => undefined));
  }

  async *#readUntil(written: Promise<void>): AsyncGenerator<Uint8Array> {
    // Either tells of a failure; the other one does so too.
    written.catch(() => undefined);
    for (;;) {
      this.#next ??= this.#reader.read();
      this.#next.catch(() => undefined);
      const read = await Promise.race([this.#next, written]);
      if (!read) return;
      this.#next = undefined;
      if (read.done) return;
      yield read.value;
    }
  }
}
function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
