/**
 * Words in lines, all in the order of their UTF-16 units, asked for one at a time. A Set of ten thousand takes longer to make
 * than an article has questions, and the background makes everything anew whenever it wakes.
 */
export class SortedWords {
  readonly #lines: readonly string[];

  /** @param lines of words with one space in between */
  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  has(word: string): boolean {
    if (word === '' || word.includes(' ')) return false;
    let low = 0;
    for (let high = this.#lines.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (isBehind(word, this.#lines[middle] ?? '')) low = middle + 1;
      else high = middle;
    }
    return ` ${this.#lines[low - 1] ?? ''} `.includes(` ${word} `);
  }
}

/** Whether a word is the first one of a line or comes after that. A space is less than whatever stands in words. */
function isBehind(word: string, line: string): boolean {
  return word >= line || line.startsWith(`${word} `);
}
