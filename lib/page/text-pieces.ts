/** A stretch of a block's text that stands, character by character, in one text node. Offsets are UTF-16. */
export interface Piece {
  /** Where it begins in the block's text. */
  readonly at: number;
  readonly node: Text;
  /** Where it begins in the node's data. */
  readonly from: number;
  readonly length: number;
}

export interface TextPlace {
  readonly node: Text;
  /** Into the node's data; UTF-16. */
  readonly at: number;
}

/** White space that the browser shows as one space or not at all; a no-break space is a character like any other. */
const gap = /[ \t\n\f\r]+|[\u00AD\u200B\u2060\uFEFF]+/g;
/** What most text nodes lack: runs of white space, and characters that only say where a line may break. */
const irregular = /[ \t\n\f\r]{2}|[\u00AD\u200B\u2060\uFEFF]/;

/**
 * Puts a block's text together as a reader sees it: white space collapsed, soft hyphens gone, a line break as a line
 * feed. Remembers where each character came from.
 */
export class TextPieces {
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  readonly #longest: number;
  #length = 0;
  #endsBlank = true;

  constructor(longest: number) {
    this.#longest = longest;
  }

  get text(): string {
    return this.#parts.join('');
  }

  get pieces(): readonly Piece[] {
    return this.#pieces;
  }

  get length(): number {
    return this.#length;
  }

  get isFull(): boolean {
    return this.#length >= this.#longest;
  }

  /** Appends what the node shows; returns how many characters that were. What exceeds the longest block is left out. */
  append(node: Text): number {
    const before = this.#length;
    const data = node.data;
    if (!irregular.test(data)) {
      const skip = this.#endsBlank && startsBlank(data) ? 1 : 0;
      this.#take(node, data, { from: skip, to: data.length });
      return this.#length - before;
    }
    let from = 0;
    for (const { index, 0: run } of data.matchAll(gap)) {
      if (this.isFull) break;
      if (run.length === 1 && startsBlank(run) && index > from) continue;
      this.#take(node, data, { from, to: index });
      from = index + run.length;
      // One blank stands for the run; the next stretch begins with it.
      if (startsBlank(run) && !this.#endsBlank) from -= 1;
    }
    this.#take(node, data, { from, to: data.length });
    return this.#length - before;
  }

  /** A line break within the block; it is a blank that stands in no text node. */
  appendBreak(): void {
    if (!this.#endsBlank) this.#insert('\n');
  }

  /** Something that is no text, such as a picture: U+FFFC stands for it, so that no name reaches across. */
  appendObject(): void {
    if (this.#length > 0) this.#insert('\uFFFC');
  }

  #insert(character: string): void {
    if (this.isFull) return;
    this.#parts.push(character);
    this.#length += 1;
    this.#endsBlank = character === '\n';
  }

  #take(node: Text, data: string, { from, to }: { from: number; to: number }): void {
    const end = wholeCharacters(data, Math.min(to, from + this.#longest - this.#length));
    if (end <= from) return;
    const part = data.slice(from, end).replace(/[\t\n\f\r]/g, ' ');
    this.#pieces.push({ at: this.#length, node, from, length: part.length });
    this.#parts.push(part);
    this.#length += part.length;
    this.#endsBlank = part.endsWith(' ');
  }
}

/** The place of the character at `offset`, or of the next one where that character stands in no node. */
export function placeOfStart(pieces: readonly Piece[], offset: number): TextPlace | undefined {
  const index = indexOfPiece(pieces, offset);
  const piece = pieces[index];
  if (piece && offset < piece.at + piece.length) return { node: piece.node, at: piece.from + offset - piece.at };
  const next = pieces[index + 1];
  return next && { node: next.node, at: next.from };
}

/** The place behind the character before `offset`, in that character's own node. */
export function placeOfEnd(pieces: readonly Piece[], offset: number): TextPlace | undefined {
  const piece = pieces[indexOfPiece(pieces, offset - 1)];
  if (!piece) return undefined;
  return { node: piece.node, at: piece.from + Math.min(offset - piece.at, piece.length) };
}

/** The last piece that begins at or before the offset; -1 if there is none. */
function indexOfPiece(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.at ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function startsBlank(text: string): boolean {
  return ' \t\n\f\r'.includes(text.charAt(0));
}

/** An end that cuts no surrogate pair in two. */
function wholeCharacters(data: string, end: number): number {
  return end < data.length && (data.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end - 1 : end;
}
