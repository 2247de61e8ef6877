import { fail, succeed, type Result } from '../errors/failure';
import { lowerBit, upperBit } from '../text/characters';
import { TokenReader, wordToken } from '../text/token-reader';
import { aliasPaths, anyGate, asWrittenGate, capitalGate } from './alias-paths';
import type { AliasEntry, Match, MatchCandidate } from './match';

export interface Gazetteer {
  /** How many aliases it knows. */
  readonly names: number;
  /** The longest matches, left to right, none over another. Offsets are UTF-16, into the text as it is given. */
  spot(text: string): Match[];
}

/** A buffer from `compileGazetteer`; anything else is `damaged`. */
export function openGazetteer(buffer: ArrayBuffer): Result<Gazetteer> {
  try {
    const read = JSON.parse(new TextDecoder().decode(buffer)) as { format?: unknown; entries: AliasEntry[] };
    if (read.format !== 'gazetteer-0') return fail('damaged');
    return succeed(build(read.entries));
  } catch {
    return fail('damaged'); // not JSON: some other file, or half of ours
  }
}

interface Node {
  readonly next: Map<string, Node>;
  readonly ends: (MatchCandidate & { readonly gate: number })[];
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  readonly first: number;
  readonly seen: number;
  readonly folded: string;
}

function build(entries: readonly AliasEntry[]): Gazetteer {
  const root: Node = { next: new Map(), ends: [] };
  for (const { alias, entity, form } of entries) {
    for (const path of aliasPaths(alias, form)) {
      let node = root;
      for (const token of path.tokens) {
        const next: Node = node.next.get(token) ?? { next: new Map(), ends: [] };
        node.next.set(token, next);
        node = next;
      }
      node.ends.push({ entity, form, gate: path.gate });
    }
  }
  return { names: entries.length, spot: (text) => spot(root, readAll(text)) };
}

function readAll(text: string): Word[] {
  const reader = new TokenReader();
  reader.open(text);
  const words: Word[] = [];
  while (reader.advance()) {
    const { start, end, kind, first, seen } = reader;
    words.push({ start, end, kind, first, seen, folded: reader.folded() });
  }
  return words;
}

function spot(root: Node, words: readonly Word[]): Match[] {
  const matches: Match[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const first = words[from];
    if (first?.kind !== wordToken) continue;
    let node: Node | undefined = root;
    let found: { match: Match; last: number } | undefined;
    for (let last = from; last < words.length; last += 1) {
      node = node.next.get(words[last]?.folded ?? '');
      if (node === undefined) break;
      const candidates = passing(node, words.slice(from, last + 1));
      if (candidates.length === 0) continue;
      found = { match: { start: first.start, end: words[last]?.end ?? 0, candidates }, last };
    }
    if (found === undefined) continue;
    matches.push(found.match);
    from = found.last;
  }
  return matches;
}

const strength = ['name', 'alias', 'part', 'topic'];

function passing(node: Node, words: readonly Word[]): MatchCandidate[] {
  const best = new Map<number, MatchCandidate>();
  for (const { entity, form, gate } of node.ends) {
    if (!passes(gate, words)) continue;
    const other = best.get(entity);
    if (other !== undefined && strength.indexOf(other.form) <= strength.indexOf(form)) continue;
    best.set(entity, { entity, form });
  }
  return [...best.values()].sort((a, b) => a.entity - b.entity);
}

function passes(gate: number, words: readonly Word[]): boolean {
  if (gate === anyGate) return true;
  if (gate === capitalGate) return ((words[0]?.first ?? 0) & lowerBit) === 0;
  return gate === asWrittenGate || ((words[gate - asWrittenGate - 1]?.seen ?? 0) & upperBit) !== 0;
}
