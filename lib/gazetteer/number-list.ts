/** Numbers of up to 32 bits, as many as come, in a typed array: a plain array takes twice the bytes. */
export class NumberList {
  length = 0;
  private numbers = new Uint32Array(1024);

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length] = number;
    this.length += 1;
  }

  /** Those that came so far. */
  all(): Uint32Array {
    return this.numbers.subarray(0, this.length);
  }
}
