import { moveInto, release } from './release';

/** Numbers of up to 32 bits, as many as come, in a typed array: a plain array takes twice the bytes. */
export class NumberList {
  length = 0;
  private numbers: Uint32Array<ArrayBuffer>;

  /** @param capacity how many are to come, as far as that is known */
  constructor(capacity = 1024) {
    this.numbers = new Uint32Array(Math.max(1, capacity));
  }

  push(number: number): void {
    if (this.length === this.numbers.length) {
      this.numbers = moveInto(new Uint32Array(this.length * 2), this.numbers);
    }
    this.numbers[this.length] = number;
    this.length += 1;
  }

  /** For when nobody reads them any more. */
  forget(): void {
    this.length = 0;
    release(this.numbers);
  }

  /** Those that came so far. */
  all(): Uint32Array {
    return this.numbers.subarray(0, this.length);
  }
}
