import type { Match, MatchCandidate, Matches } from './match';
import { entityOf, entityOfPlain, formCodeOf, forms, plainOf } from './meanings';

/**
 * Start, end, and whom it may mean: where among the meanings those are, or `nobody`, or below that the only one itself. Most have
 * one, which then stands beside them.
 */
const columns = 3;
const meantAt = 2;

/** Where no meanings are. */
export const nobody = 0;

/** Room for so many is kept, however little a text needs. */
const keptRoom = 1 << 14;

/**
 * Where matches and whom they may mean are written down while a text is read. Those of several texts lie one behind the other, and
 * whoever was given them reads on there: an array for each text would take an engine longer to make than some are to fill.
 */
export class MatchList {
  private places = new Int32Array(0);
  /** Where those of the text that is read begin and end. */
  private from = 0;
  private end = 0;
  /** How many meanings a name has, then these, packed: of what was met in this text and those before it. */
  private meanings = new Uint32Array(keptRoom);
  private meaningsEnd = nobody + 1;

  /** Begins a list of matches and makes room for so many; says whether the meanings are those of before still. */
  reserve(most: number): boolean {
    this.from = this.end;
    const room = this.places.length / columns;
    if (room < this.end / columns + most || room > 2 * most + keptRoom) {
      this.places = new Int32Array((most + keptRoom) * columns);
      this.from = 0;
      this.end = 0;
    }
    if (this.meaningsEnd < keptRoom / 2) return true;
    // Matches that were given away read on in the old one.
    this.meanings = new Uint32Array(keptRoom);
    this.meaningsEnd = nobody + 1;
    return false;
  }

  add(start: number, end: number, meant: number): void {
    const { places, end: at } = this;
    places[at] = start;
    places[at + 1] = end;
    places[at + meantAt] = meant;
    this.end = at + columns;
  }

  /** What to say of a name with these meanings, so many. */
  addMeanings(meanings: readonly number[], count: number): number {
    if (count === 0) return nobody;
    if (count === 1) return onlyMeaning(plainOf(meanings[0] ?? 0));
    const place = this.meaningsEnd;
    this.meaningsEnd = place + 1 + count;
    while (this.meaningsEnd > this.meanings.length) this.meanings = grown(this.meanings);
    this.meanings[place] = count;
    for (let at = 0; at < count; at += 1) this.meanings[place + 1 + at] = meanings[at] ?? 0;
    return place;
  }

  taken(): Matches {
    return new FoundMatches(this.places.subarray(this.from, this.end), this.meanings);
  }
}

/** What to say of a name with this meaning alone, without its gate. */
export function onlyMeaning(plain: number): number {
  return ~plain;
}

class FoundMatches implements Matches {
  readonly length: number;

  constructor(
    private readonly places: Int32Array,
    private readonly meanings: Uint32Array,
  ) {
    this.length = places.length / columns;
  }

  startAt(index: number): number {
    return this.places[index * columns] ?? 0;
  }

  endAt(index: number): number {
    return this.places[index * columns + 1] ?? 0;
  }

  meaningCountAt(index: number): number {
    const meant = this.places[index * columns + meantAt] ?? nobody;
    return meant < nobody ? 1 : (this.meanings[meant] ?? 0);
  }

  entityAt(index: number, which: number): number {
    const meant = this.places[index * columns + meantAt] ?? nobody;
    return meant < nobody ? entityOfPlain(~meant) : entityOf(this.meanings[meant + 1 + which] ?? 0);
  }

  candidatesAt(index: number): MatchCandidate[] {
    const meant = this.places[index * columns + meantAt] ?? nobody;
    if (meant < nobody) return [{ entity: entityOfPlain(~meant), form: forms[formCodeOf(~meant)] ?? 'part' }];
    return Array.from(this.meanings.subarray(meant + 1, meant + 1 + this.meaningCountAt(index)), candidateOf);
  }

  addEntities(entities: Set<number>): void {
    for (let index = 0; index < this.length; index += 1) {
      const count = this.meaningCountAt(index);
      for (let which = 0; which < count; which += 1) entities.add(this.entityAt(index, which));
    }
  }

  *[Symbol.iterator](): Iterator<Match> {
    for (let index = 0; index < this.length; index += 1) {
      yield { start: this.startAt(index), end: this.endAt(index), candidates: this.candidatesAt(index) };
    }
  }
}

function candidateOf(meaning: number): MatchCandidate {
  return { entity: entityOf(meaning), form: forms[formCodeOf(meaning)] ?? 'part' };
}

function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
