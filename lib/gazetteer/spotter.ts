import { lowerBit } from '../text/characters';
import { TokenReader } from '../text/token-reader';
import { kindMask, wordToken, type TokenTable } from '../text/token-table';
import { CandidateReader } from './candidates';
import { IndexWalk } from './index-walk';
import type { Match } from './match';
import type { PackedIndex } from './packed-index';

/** An alias has fewer tokens: it has at most 300 characters. */
const deepest = 512;

/**
 * Finds the longest matches over the tokens of a text. Most words begin with a small letter, and of those most begin no
 * alias: a bitmap that stays in the nearest cache says so. The rest are looked up in the dictionary of tokens, and where a
 * token begins names, the trie is followed as far as it goes.
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
    const { count, traits } = table;
    const matches: Match[] = [];
    let row = 0;
    while (row < count) {
      const trait = traits[row] ?? 0;
      const begins = (trait & kindMask) === wordToken && this.mayBegin(row, (trait & lowerBit) !== 0);
      const last = begins ? this.follow(table, row) : -1;
      row = last < 0 ? row + 1 : this.takeLongest(table, { from: row, to: last, matches });
    }
    return matches;
  }

  private mayBegin(row: number, small: boolean): boolean {
    return this.base.mayBegin(row, small) || (this.overlay?.mayBegin(row, small) ?? false);
  }

  /** Follows both tries from this token on as far as either goes: the last token, or -1 where no name begins. */
  private follow(table: TokenTable, from: number): number {
    const { base, overlay, baseNodes, overlayNodes } = this;
    const end = Math.min(table.count, from + deepest);
    let baseNode = base.start(from);
    let overlayNode = overlay === undefined ? -1 : overlay.start(from);
    let row = from;
    while (baseNode >= 0 || overlayNode >= 0) {
      baseNodes[row - from] = base.index.endsName(baseNode) ? baseNode : -1;
      if (overlay !== undefined) overlayNodes[row - from] = overlay.index.endsName(overlayNode) ? overlayNode : -1;
      row += 1;
      if (row === end) break;
      baseNode = base.step(baseNode, row);
      if (overlay !== undefined) overlayNode = overlay.step(overlayNode, row);
    }
    return row - 1 < from ? -1 : row - 1;
  }

  /** Of the path that was followed, takes the longest part that is a name and may be written so; says where to go on. */
  private takeLongest(table: TokenTable, path: { from: number; to: number; matches: Match[] }): number {
    const { from } = path;
    for (let row = path.to; row >= from; row -= 1) {
      const baseNode = this.baseNodes[row - from] ?? -1;
      const overlayNode = this.overlay === undefined ? -1 : (this.overlayNodes[row - from] ?? -1);
      if (baseNode < 0 && overlayNode < 0) continue;
      const candidates = this.candidates.read({ baseNode, overlayNode, traits: table.traits, from });
      if (candidates.length === 0) continue;
      path.matches.push({ start: table.starts[from] ?? 0, end: table.ends[row] ?? 0, candidates });
      return row + 1;
    }
    return from + 1;
  }
}
