import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { TrieMap } from 'mnemonist';
import { aliasPaths } from '../../../lib/gazetteer/alias-paths';
import { TokenReader } from '../../../lib/text/token-reader';
import type { Matcher, Place } from './matcher';
import { allowed, wordsOf, type Way, type Words } from './words';

/*
 * The peers read the same tokens with the same reader and keep to the same rules of case; what differs is where the names
 * are. They are used as well as they allow.
 */

/** The trie is followed node by node, which its interface does not offer: asking it for each length takes longer still. */
export function trieMap(names: readonly string[]): Matcher {
  const trie = new TrieMap<string[], Way[]>(Array);
  for (const [tokens, way] of waysOf(names)) trie.update(tokens, (ways) => added(ways, way));
  const { root } = trie as unknown as { root: TrieNode };
  return peer((text) =>
    longestMatches(text, (words, from) => {
      const found: (readonly Way[] | undefined)[] = [];
      let node: TrieNode | undefined = root;
      for (let row = from; row < words.tokens.length; row += 1) {
        node = node[words.tokens[row]!] as TrieNode | undefined;
        if (node === undefined) break;
        found.push(node['\0'] as readonly Way[] | undefined);
      }
      return found;
    }),
  );
}

interface TrieNode {
  [token: string]: TrieNode | readonly Way[];
}

/** Nearly every name has fewer; looking for the longest, of dozens of words, would take several times as long. */
const mostWords = 8;

/** One Map from names to what they mean, asked for the next word, the next two, and so on. */
export function ngramMap(names: readonly string[]): Matcher {
  const map = new Map<string, Way[]>();
  for (const [tokens, way] of waysOf(names)) {
    const key = tokens.join(' ');
    map.set(key, added(map.get(key), way));
  }
  return peer((text) =>
    longestMatches(text, (words, from) => {
      const found: (readonly Way[] | undefined)[] = [];
      let key = '';
      for (let row = from; row < words.tokens.length && row < from + mostWords; row += 1) {
        key = row === from ? words.tokens[row]! : `${key} ${words.tokens[row]!}`;
        found.push(map.get(key));
      }
      return found;
    }),
  );
}

/** An automaton over characters, on the folded text; spaces on both sides of each word keep it from matching inside one. */
export function ahoCorasick(names: readonly string[]): Matcher {
  const patterns = new Map<string, { ways: Way[]; length: number }>();
  for (const [tokens, way] of waysOf(names)) {
    const pattern = spaced(tokens);
    const known = patterns.get(pattern);
    if (known === undefined) patterns.set(pattern, { ways: [way], length: tokens.length });
    else known.ways.push(way);
  }
  const automaton = new AhoCorasick([...patterns.keys()]);
  return peer((text) => {
    const found = new Map<number, (readonly Way[] | undefined)[]>();
    return longestMatches(
      text,
      (_, from) => found.get(from) ?? [],
      ({ tokens }) => {
        const rows = new Map<number, number>();
        let at = 0;
        tokens.forEach((token, row) => {
          rows.set(at, row);
          at += token.length + 2;
        });
        for (const { begin, keyword } of automaton.matchInText(spaced(tokens))) {
          const row = rows.get(begin)!;
          const { ways, length } = patterns.get(keyword)!;
          const ofRow = found.get(row) ?? [];
          ofRow[length - 1] = ways;
          found.set(row, ofRow);
        }
      },
    );
  });
}

type PeerPlace = Place & { readonly entities: readonly number[] };

function peer(spot: (text: string) => readonly PeerPlace[]): Matcher {
  return {
    spot,
    spotAndRead: (text) => {
      let sum = 0;
      for (const { start, end, entities } of spot(text)) {
        sum += start + end;
        for (const entity of entities) sum += entity;
      }
      return sum;
    },
  };
}

function spaced(tokens: readonly string[]): string {
  return ` ${tokens.join('  ')} `;
}

function* waysOf(names: readonly string[]): Generator<[tokens: string[], way: Way]> {
  const reader = new TokenReader();
  for (const [entity, name] of names.entries()) {
    for (const { tokens, gate } of aliasPaths(name, 'name', reader)) yield [[...tokens], { entity, gate }];
  }
}

function added(ways: Way[] | undefined, way: Way): Way[] {
  if (ways === undefined) return [way];
  ways.push(way);
  return ways;
}

/** @param followed for each number of tokens from this row on, what a name of that length means */
function longestMatches(
  text: string,
  followed: (words: Words, from: number) => readonly (readonly Way[] | undefined)[],
  prepare?: (words: Words) => void,
): PeerPlace[] {
  const words = wordsOf(text);
  prepare?.(words);
  const places: PeerPlace[] = [];
  for (let from = 0; from < words.tokens.length; from += 1) {
    if (!words.isWord(from)) continue;
    const found = followed(words, from);
    for (let length = found.length; length > 0; length -= 1) {
      const entities = allowed(found[length - 1], words, from);
      if (entities.length === 0) continue;
      places.push({ start: words.table.starts[from]!, end: words.table.ends[from + length - 1]!, entities });
      from += length - 1;
      break;
    }
  }
  return places;
}
