import { limits } from '../model/limits';

/** `text` is undefined for a line longer than `limits.packLineLength`, whose content is not kept. */
export interface FileLine {
  /** Counted from 1, blank lines included. */
  readonly number: number;
  readonly text: string | undefined;
}

/**
 * Lines of a UTF-8 stream, one at a time and without blank ones, so that a file larger than memory can be read. Bytes
 * that are not UTF-8 become replacement characters; a byte order mark and the carriage return of CRLF are left out.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileLine> {
  const decoder = new TextDecoder();
  const open = new OpenLine();
  for await (const chunk of chunks) yield* open.add(decoder.decode(chunk, { stream: true }));
  yield* open.add(decoder.decode());
  yield* open.add('\n');
}

/** The line that is still growing, across chunks. */
class OpenLine {
  #number = 1;
  #pieces: string[] = [];
  #length = 0;

  *add(text: string): Generator<FileLine> {
    let from = 0;
    for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
      this.#grow(text.slice(from, to));
      const line = this.#close();
      if (line.text?.trim() !== '') yield line;
      from = to + 1;
    }
    this.#grow(text.slice(from));
  }

  #grow(piece: string): void {
    this.#length += piece.length;
    if (this.#length > limits.packLineLength) this.#pieces = [];
    else if (piece !== '') this.#pieces.push(piece);
  }

  #close(): FileLine {
    const tooLong = this.#length > limits.packLineLength;
    const line = { number: this.#number, text: tooLong ? undefined : this.#pieces.join('').replace(/\r$/, '') };
    this.#number++;
    this.#pieces = [];
    this.#length = 0;
    return line;
  }
}
