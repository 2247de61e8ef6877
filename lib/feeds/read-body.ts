interface ReadResult {
  readonly done: boolean;
  readonly value?: Uint8Array;
}

interface ReadBody {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** As much of the standard `Response` as reading a feed takes. */
export interface BodyStream {
  getReader(): {
    read(): Promise<ReadResult>;
    cancel(): Promise<void>;
  };
}

/**
 * All bytes of a body, counted as they come, after the browser undid compression: neither an endless body nor a small
 * one that unpacks to a huge one takes more memory than the limit. Undefined where there are more. Each piece waits until
 * `take` has room for it. Where the connection
 * breaks off, or the server counted wrongly, `isWhole` is false and the bytes are what came before.
 */
export async function readBody(body: BodyStream | null, maxBytes: number, take: (bytes: number) => Promise<void> = () => Promise.resolve()): Promise<ReadBody | undefined> {
  if (!body) return { bytes: new Uint8Array(), isWhole: true };
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isWhole = true;
  for (;;) {
    let read: ReadResult;
    try {
      read = await reader.read();
    } catch {
      isWhole = false;
      break;
    }
    const { done, value } = read;
    if (done || !value) break;
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    await take(value.length);
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  // Each piece is let go of as soon as it is copied.
  for (let [chunk, end] = [chunks.pop(), length]; chunk; chunk = chunks.pop()) {
    end -= chunk.length;
    bytes.set(chunk, end);
  }
  return { bytes, isWhole };
}
