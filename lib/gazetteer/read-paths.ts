import { endsName, hasChildren } from './nodes';
import type { PackedIndex } from './packed-index';

/** A sequence of tokens that is a name, and what it means there, packed. */
export interface CompiledPath {
  readonly tokens: readonly string[];
  readonly meanings: readonly number[];
}

/** All that is in a compiled gazetteer. Takes about as long as compiling it. */
export function* readPaths(index: PackedIndex): Generator<CompiledPath> {
  const words = index.dictionary.words();
  for (const [number, word] of words.entries()) {
    if (word !== undefined) yield* pathsFrom(index.dictionary.nodeOf(number), [word]);
  }

  function* pathsFrom(node: number, tokens: readonly string[]): Generator<CompiledPath> {
    if (endsName(node)) {
      const meanings: number[] = [];
      const count = index.readMeanings(node, meanings);
      yield { tokens, meanings: meanings.slice(0, count) };
    }
    if (!hasChildren(node)) return;
    for (const { token, node: child } of index.childrenOf(node)) {
      const word = words[token];
      if (word !== undefined) yield* pathsFrom(child, [...tokens, word]);
    }
  }
}
