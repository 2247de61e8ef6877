import { hashToken } from '../text/token-table';
import { moveInto, release } from './release';

/** Distinct tokens, numbered as they come, in typed arrays: as strings in a Map they take most of the time of compiling. */
export class TokenSet {
  count = 0;
  hashes = new Int32Array(1024);
  /** Where in `units` each token begins; it ends where the next begins. */
  private unitsAt = new Int32Array(1025);
  private units = new Uint16Array(8192);
  /** Open addressing: the index of a token and one; 0 is free. */
  private slots = new Int32Array(4096);

  /** The index of the token with these units, which is new if it was not there. */
  indexOf(source: Uint16Array, { from, to, hash }: { from: number; to: number; hash: number }): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const index = (this.slots[slot] ?? 0) - 1;
      if (index < 0) return this.add(source.subarray(from, to), hash, slot);
      if (this.hashes[index] === hash && this.isAt(index, source, { from, to })) return index;
    }
  }

  indexOfText(folded: string): number {
    const units = new Uint16Array(folded.length);
    for (let at = 0; at < folded.length; at += 1) units[at] = folded.charCodeAt(at);
    return this.indexOf(units, { from: 0, to: units.length, hash: hashToken(folded) });
  }

  unitsOf(index: number): Uint16Array {
    return this.units.subarray(this.unitsAt[index], this.unitsAt[index + 1]);
  }

  /** For when nobody asks any more. */
  forget(): void {
    for (const array of [this.hashes, this.unitsAt, this.units, this.slots]) release(array);
  }

  private isAt(index: number, source: Uint16Array, { from, to }: { from: number; to: number }): boolean {
    const start = this.unitsAt[index] ?? 0;
    if ((this.unitsAt[index + 1] ?? 0) - start !== to - from) return false;
    for (let at = from; at < to; at += 1) if (this.units[start + at - from] !== source[at]) return false;
    return true;
  }

  private add(token: Uint16Array, hash: number, slot: number): number {
    const index = this.count;
    const start = this.unitsAt[index] ?? 0;
    if (index + 1 === this.hashes.length) {
      this.hashes = moveInto(new Int32Array(this.hashes.length * 2), this.hashes);
      this.unitsAt = moveInto(new Int32Array(this.unitsAt.length * 2), this.unitsAt);
    }
    while (start + token.length > this.units.length) {
      this.units = moveInto(new Uint16Array(this.units.length * 2), this.units);
    }
    this.units.set(token, start);
    this.unitsAt[index + 1] = start + token.length;
    this.hashes[index] = hash;
    this.slots[slot] = index + 1;
    this.count = index + 1;
    if (this.count * 2 > this.slots.length) this.rehash();
    return index;
  }

  private rehash(): void {
    const before = this.slots;
    this.slots = new Int32Array(before.length * 2);
    release(before);
    const mask = this.slots.length - 1;
    for (let index = 0; index < this.count; index += 1) {
      let slot = (this.hashes[index] ?? 0) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = index + 1;
    }
  }
}
