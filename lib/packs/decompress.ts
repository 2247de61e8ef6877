/**
 * Undoes gzip where the two magic bytes say so, whatever the file is called; anything else passes through. A damaged
 * gzip stream makes the iteration throw.
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

async function* inPieces(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += mostAtOnce) yield chunk.subarray(from, from + mostAtOnce);
  }
}

async function* gunzipped(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
  // A reader instead of `for await`: Safari and older Chromium cannot iterate a stream.
  const reader = stream.pipeThrough(new DecompressionStream('gzip')).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
