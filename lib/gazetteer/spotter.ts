import { TokenReader } from '../text/token-reader';
import type { TokenTable } from '../text/token-table';
import { CandidateReader } from './candidates';
import { IndexWalk } from './index-walk';
import type { Match } from './match';
import { endsName, nowhere } from './nodes';
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
    const matches: Match[] = [];
    let row = 0;
    while (row < table.count) {
      const last = this.base.mayBegin(row) || this.overlay?.mayBegin(row) === true ? this.follow(row) : -1;
      row = last < 0 ? row + 1 : this.takeLongest(table, { from: row, to: last, matches });
    }
    return matches;
  }

  /** Follows both tries from this token on as far as either goes: the last token, or -1 where no name begins. */
  private follow(from: number): number {
    const { base, overlay, baseNodes, overlayNodes } = this;
    let baseNode = base.start(from);
    let overlayNode = overlay === undefined ? nowhere : overlay.start(from);
    let row = from;
    while ((baseNode >= 0 || overlayNode >= 0) && row < from + deepest) {
      baseNodes[row - from] = endsName(baseNode) ? baseNode : nowhere;
      overlayNodes[row - from] = endsName(overlayNode) ? overlayNode : nowhere;
      row += 1;
      baseNode = row === from + 1 ? base.second(baseNode, from) : base.further(baseNode, row);
      if (overlay === undefined) continue;
      overlayNode = row === from + 1 ? overlay.second(overlayNode, from) : overlay.further(overlayNode, row);
    }
    return row === from ? -1 : row - 1;
  }

  /** Of the path that was followed, takes the longest part that is a name and may be written so; says where to go on. */
  private takeLongest(table: TokenTable, path: { from: number; to: number; matches: Match[] }): number {
    const { from } = path;
    for (let row = path.to; row >= from; row -= 1) {
      const baseNode = this.baseNodes[row - from] ?? -1;
      const overlayNode = this.overlayNodes[row - from] ?? -1;
      if (baseNode < 0 && overlayNode < 0) continue;
      const candidates = this.candidates.read({ baseNode, overlayNode, traits: table.traits, from });
      if (candidates.length === 0) continue;
      path.matches.push({ start: table.starts[from] ?? 0, end: table.ends[row] ?? 0, candidates });
      return row + 1;
    }
    return from + 1;
  }
}
