import { TokenReader } from '../text/token-reader';
import type { TokenTable } from '../text/token-table';
import { CandidateReader } from './candidates';
import { IndexWalk } from './index-walk';
import type { Matches } from './match';
import { MatchList, nobody } from './match-list';
import { endsName, isLeaf, nowhere } from './nodes';
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
  /** Of the text that is read: what was found so far. */
  private readonly found = new MatchList();

  constructor(base: PackedIndex, overlay?: PackedIndex) {
    this.names = base.names + (overlay?.names ?? 0);
    this.base = new IndexWalk(base);
    this.overlay = overlay && new IndexWalk(overlay);
    this.candidates = new CandidateReader(this.found, base, overlay);
  }

  spot(text: string): Matches {
    const { base, candidates, found, overlay } = this;
    const table = this.reader.read(text);
    base.open(table);
    overlay?.open(table);
    if (!found.reserve(base.count + (overlay?.count ?? 0))) candidates.forget();
    if (overlay === undefined) this.spotInBase(table);
    else this.spotInBoth(table, overlay);
    return found.taken();
  }

  private spotInBase(table: TokenTable): void {
    const { base } = this;
    const { count } = base;
    let next = 0;
    for (let at = 0; at < count; at += 1) {
      const row = base.rowAt(at);
      if (row < next) continue;
      if (base.mayGoOn(at)) next = this.takeLongest(table, { from: row, baseAt: at, overlayAt: -1 });
      else this.takeWord(table, at);
    }
  }

  private spotInBoth(table: TokenTable, overlay: IndexWalk): void {
    const { base } = this;
    const { count } = table;
    let baseAt = 0;
    let overlayAt = 0;
    let next = 0;
    for (;;) {
      while (baseAt < base.count && base.rowAt(baseAt) < next) baseAt += 1;
      while (overlayAt < overlay.count && overlay.rowAt(overlayAt) < next) overlayAt += 1;
      const baseRow = baseAt < base.count ? base.rowAt(baseAt) : count;
      const overlayRow = overlayAt < overlay.count ? overlay.rowAt(overlayAt) : count;
      const from = Math.min(baseRow, overlayRow);
      if (from === count) return;
      if (baseRow < overlayRow && !base.mayGoOn(baseAt)) {
        this.takeWord(table, baseAt);
        next = from + 1;
        continue;
      }
      const place = { from, baseAt: baseRow === from ? baseAt : -1, overlayAt: overlayRow === from ? overlayAt : -1 };
      next = this.takeLongest(table, place);
    }
  }

  /** Takes the word that begins names of the base alone, none of which goes on, if it is one. */
  private takeWord(table: TokenTable, at: number): void {
    const { base, candidates, found } = this;
    const own = base.ownAt(at);
    if (!isLeaf(own)) return;
    const row = base.rowAt(at);
    const meant = candidates.readBase(own, table.traits, row);
    if (meant !== nobody) found.add(table.starts[row] ?? 0, table.ends[row] ?? 0, meant);
  }

  /**
   * Follows both tries from this token on as far as either goes, and takes the longest part of that path that is a name and
   * may be written so. Says at which token to go on.
   */
  private takeLongest(table: TokenTable, place: Place): number {
    const { baseNodes, candidates, found, overlayNodes } = this;
    const { from } = place;
    for (let row = this.follow(place) - 1; row >= from; row -= 1) {
      const baseNode = baseNodes[row - from] ?? nowhere;
      const overlayNode = overlayNodes[row - from] ?? nowhere;
      if (baseNode < 0 && overlayNode < 0) continue;
      const meant = candidates.read({ baseNode, overlayNode, traits: table.traits, from });
      if (meant === nobody) continue;
      found.add(table.starts[from] ?? 0, table.ends[row] ?? 0, meant);
      return row + 1;
    }
    return from + 1;
  }

  /** The row behind the path that begins here. */
  private follow({ from, baseAt, overlayAt }: Place): number {
    const { base, overlay, baseNodes, overlayNodes } = this;
    let baseNode = baseAt < 0 ? nowhere : base.nodeAt(baseAt);
    let overlayNode = overlayAt < 0 ? nowhere : (overlay?.nodeAt(overlayAt) ?? nowhere);
    baseNodes[0] = baseAt < 0 ? nowhere : ownOf(base, baseAt);
    overlayNodes[0] = overlay === undefined || overlayAt < 0 ? nowhere : ownOf(overlay, overlayAt);
    let row = from;
    while ((baseNode >= 0 || overlayNode >= 0) && row < from + deepest) {
      const isSecond = row === from;
      if (!isSecond) {
        baseNodes[row - from] = endsName(baseNode) ? baseNode : nowhere;
        overlayNodes[row - from] = endsName(overlayNode) ? overlayNode : nowhere;
      }
      row += 1;
      if (baseNode >= 0) baseNode = isSecond ? base.second(baseAt) : base.further(baseNode, row);
      if (overlay === undefined || overlayNode < 0) continue;
      overlayNode = isSecond ? overlay.second(overlayAt) : overlay.further(overlayNode, row);
    }
    return row;
  }
}

/** The leaf of what the token here means alone. */
function ownOf(walk: IndexWalk, at: number): number {
  const own = walk.ownAt(at);
  return isLeaf(own) ? own : nowhere;
}

/** The row of a name's first token, and where that is in the walks; -1 where it is in none. */
interface Place {
  readonly from: number;
  readonly baseAt: number;
  readonly overlayAt: number;
}
