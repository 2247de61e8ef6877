import { TokenReader } from '../text/token-reader';
import { aliasPaths, capitalGate } from './alias-paths';
import { bytesOf } from './bits';
import { compileTrie } from './compile-trie';
import { HashBitmap } from './hash-bitmap';
import { assemble } from './layout';
import type { AliasEntry, AliasForm } from './match';
import { forms, largestEntity, packMeaning, removedGate } from './meanings';
import { compileTokens } from './token-dictionary';
import { TrieBuilder } from './trie-builder';

/** What is no more since the base was compiled: one alias of an entity, or without `alias` all of them. */
export interface Removal {
  readonly entity: number;
  readonly alias?: string;
}

/**
 * Compiles aliases for matching, at some 300,000 a second; entries are read one by one and not kept. An overlay over an
 * older gazetteer is compiled the same way: from what was added since, and what was removed. What an overlay adds stands,
 * whatever it removes. An alias without a letter or digit is left out.
 * @throws RangeError for an entity number that is not an integer from 0 to 2²⁶ - 1
 */
export function compileGazetteer(entries: Iterable<AliasEntry>, removed: Iterable<Removal> = []): ArrayBuffer {
  const collected = new Collector();
  for (const { alias, entity, form } of entries) collected.add(alias, entity, form);
  const removedEntities: number[] = [];
  for (const { alias, entity } of removed) {
    if (alias === undefined) removedEntities.push(checked(entity));
    else collected.remove(alias, entity);
  }
  return collected.compile(removedEntities);
}

function checked(entity: number): number {
  if (Number.isInteger(entity) && entity >= 0 && entity <= largestEntity) return entity;
  throw new RangeError(`An entity has number ${entity}`);
}

class Collector {
  private readonly reader = new TokenReader();
  private readonly tokenIndexes = new Map<string, number>();
  private readonly tokens: string[] = [];
  private readonly trie = new TrieBuilder();
  /** Tokens that are names by themselves, and those that begin names or are names though they begin with a small letter. */
  private readonly small = new Set<number>();
  private readonly smallAlone = new Set<number>();
  private readonly alone = new Set<number>();
  private names = 0;

  add(alias: string, entity: number, form: AliasForm): void {
    checked(entity);
    for (const { tokens, gate } of aliasPaths(alias, form, this.reader)) {
      const path = this.indexesOf(tokens);
      this.trie.add(path, packMeaning(entity, gate, forms.indexOf(form)));
      const [first = 0] = path;
      if (gate !== capitalGate) this.small.add(first);
      if (path.length === 1) (gate === capitalGate ? this.alone : this.smallAlone).add(first);
    }
    this.names += 1;
  }

  remove(alias: string, entity: number): void {
    checked(entity);
    for (const { tokens } of aliasPaths(alias, 'name', this.reader)) {
      this.trie.add(this.indexesOf(tokens), packMeaning(entity, removedGate, 0));
    }
  }

  compile(removedEntities: readonly number[]): ArrayBuffer {
    const begins = new Uint8Array(this.tokens.length);
    this.tokens.forEach((_, index) => (begins[index] = this.trie.childOf(0, index) > 0 ? 1 : 0));
    const { buckets, pool, numbers, hashes } = compileTokens(this.tokens, begins);
    const trie = compileTrie(this.trie, { numbers, hashes });
    const bitmapOf = (indexes: Iterable<number>): Uint8Array =>
      bytesOf(HashBitmap.of(Array.from(indexes, (index) => hashes[index] ?? 0)).words);
    return assemble(
      { names: this.names, ...trie.counts },
      {
        ...trie.contents,
        buckets: bytesOf(buckets),
        pool,
        alone: bitmapOf(new Set([...this.alone, ...this.smallAlone])),
        small: bitmapOf(this.small),
        smallAlone: bitmapOf(this.smallAlone),
        removed: bytesOf(Uint32Array.from(removedEntities).sort()),
      },
    );
  }

  private indexesOf(tokens: readonly string[]): number[] {
    return tokens.map((token) => {
      const known = this.tokenIndexes.get(token);
      if (known !== undefined) return known;
      this.tokenIndexes.set(token, this.tokens.length);
      return this.tokens.push(token) - 1;
    });
  }
}
