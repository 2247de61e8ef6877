import { TokenReader } from '../text/token-reader';
import type { TokenTable } from '../text/token-table';
import { CandidateReader, noCandidates } from './candidates';
import { IndexWalk } from './index-walk';
import type { Match } from './match';
import { endsName, nowhere } from './nodes';
import type { PackedIndex } from './packed-index';

/** An alias has fewer tokens: it has at most 300 characters. */
const deepest = 512;

/**
 * Finds the longest matches over the tokens of a text. Most words begin with a small letter, and of those most begin no
 * alias: a bitmap that stays in a near cache says so. The rest are looked up in the dictionary of tokens, and where names
 * go on over the next token, the trie is followed as far as it goes.
 */
export class Spotter {
  readonly names: number;
  private readonly reader = new TokenReader();
  private readonly base: IndexWalk;
  private readonly overlay: IndexWalk | undefined;
  private readonly candidates: CandidateReader;
  /** For each token of the path that is followed: its nodes, if names end there. */
  private readonly baseNodes = new Int32Array(deepest);
  private readonly overlayNodes = new Int32Array(deepest);

  constructor(base: PackedIndex, overlay?: PackedIndex) {
    this.names = base.names + (overlay?.names ?? 0);
    this.base = new IndexWalk(base);
    this.overlay = overlay && new IndexWalk(overlay);
    this.candidates = new CandidateReader(base, overlay);
  }

  spot(text: string): Match[] {
    const table = this.reader.read(text);
    this.base.open(table);
    this.overlay?.open(table);
    return this.overlay === undefined ? this.spotInBase(table) : this.spotInBoth(table, this.overlay);
  }

  private spotInBase(table: TokenTable): Match[] {
    const { base } = this;
    const { count, rows } = base;
    const matches: Match[] = [];
    let next = 0;
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] ?? 0;
      if (row < next) continue;
      if (base.mayGoOn(at)) next = this.takeLongest(table, { from: row, baseAt: at, overlayAt: -1 }, matches);
      else this.takeWord(table, at, matches);
    }
    return matches;
  }

  private spotInBoth(table: TokenTable, overlay: IndexWalk): Match[] {
    const { base } = this;
    const { count } = table;
    const matches: Match[] = [];
    let baseAt = 0;
    let overlayAt = 0;
    let next = 0;
    for (;;) {
      while (baseAt < base.count && (base.rows[baseAt] ?? 0) < next) baseAt += 1;
      while (overlayAt < overlay.count && (overlay.rows[overlayAt] ?? 0) < next) overlayAt += 1;
      const baseRow = baseAt < base.count ? (base.rows[baseAt] ?? 0) : count;
      const overlayRow = overlayAt < overlay.count ? (overlay.rows[overlayAt] ?? 0) : count;
      const from = Math.min(baseRow, overlayRow);
      if (from === count) return matches;
      if (baseRow < overlayRow && !base.mayGoOn(baseAt)) {
        this.takeWord(table, baseAt, matches);
        next = from + 1;
        continue;
      }
      const place = { from, baseAt: baseRow === from ? baseAt : -1, overlayAt: overlayRow === from ? overlayAt : -1 };
      next = this.takeLongest(table, place, matches);
    }
  }

  /** Takes the word that begins names of the base alone, none of which goes on, if it is one. */
  private takeWord({ ends, starts, traits }: TokenTable, at: number, matches: Match[]): void {
    const { base, candidates } = this;
    const node = base.nodes[at] ?? nowhere;
    if (!endsName(node)) return;
    const row = base.rows[at] ?? 0;
    const meant = candidates.readBase(node, traits, row);
    // Not by its length: that is one more place of memory for each name.
    if (meant !== noCandidates) matches.push({ start: starts[row] ?? 0, end: ends[row] ?? 0, candidates: meant });
  }

  /**
   * Follows both tries from this token on as far as either goes, and takes the longest part of that path that is a name and
   * may be written so. Says at which token to go on.
   */
  private takeLongest(table: TokenTable, place: Place, matches: Match[]): number {
    const { baseNodes, candidates, overlayNodes } = this;
    const { from } = place;
    for (let row = this.follow(place) - 1; row >= from; row -= 1) {
      const baseNode = baseNodes[row - from] ?? nowhere;
      const overlayNode = overlayNodes[row - from] ?? nowhere;
      if (baseNode < 0 && overlayNode < 0) continue;
      const meant = candidates.read({ baseNode, overlayNode, traits: table.traits, from });
      if (meant.length === 0) continue;
      matches.push({ start: table.starts[from] ?? 0, end: table.ends[row] ?? 0, candidates: meant });
      return row + 1;
    }
    return from + 1;
  }

  /** The row behind the path that begins here. */
  private follow({ from, baseAt, overlayAt }: Place): number {
    const { base, overlay, baseNodes, overlayNodes } = this;
    let baseNode = baseAt < 0 ? nowhere : (base.nodes[baseAt] ?? nowhere);
    let overlayNode = overlayAt < 0 ? nowhere : (overlay?.nodes[overlayAt] ?? nowhere);
    let row = from;
    while ((baseNode >= 0 || overlayNode >= 0) && row < from + deepest) {
      baseNodes[row - from] = endsName(baseNode) ? baseNode : nowhere;
      overlayNodes[row - from] = endsName(overlayNode) ? overlayNode : nowhere;
      row += 1;
      const isSecond = row === from + 1;
      if (baseNode >= 0) baseNode = isSecond ? base.second(baseAt) : base.further(baseNode, row);
      if (overlay === undefined || overlayNode < 0) continue;
      overlayNode = isSecond ? overlay.second(overlayAt) : overlay.further(overlayNode, row);
    }
    return row;
  }
}

/** The row of a name's first token, and where that is in the walks; -1 where it is in none. */
interface Place {
  readonly from: number;
  readonly baseAt: number;
  readonly overlayAt: number;
}
