import { hashToken } from '../text/word-reader';
import { aliasPaths, capitalGate } from './alias-paths';
import { compileTrie } from './compile-trie';
import { assemble } from './layout';
import type { AliasEntry, AliasForm } from './match';
import { forms, largestEntity, packMeaning, removedGate } from './meanings';
import { smallSlot } from './packed-index';
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
  private readonly tokenIndexes = new Map<string, number>();
  private readonly tokens: string[] = [];
  private readonly trie = new TrieBuilder();
  /** Tokens with which a match may begin though they begin with a small letter. */
  private readonly small = new Set<number>();
  private names = 0;

  add(alias: string, entity: number, form: AliasForm): void {
    checked(entity);
    for (const { tokens, gate } of aliasPaths(alias, form)) {
      const path = this.indexesOf(tokens);
      this.trie.add(path, packMeaning(entity, gate, forms.indexOf(form)));
      if (gate !== capitalGate) this.small.add(path[0] ?? 0);
    }
    this.names += 1;
  }

  remove(alias: string, entity: number): void {
    checked(entity);
    for (const { tokens } of aliasPaths(alias, 'name')) {
      this.trie.add(this.indexesOf(tokens), packMeaning(entity, removedGate, 0));
    }
  }

  compile(removedEntities: readonly number[]): ArrayBuffer {
    const begins = new Uint8Array(this.tokens.length);
    this.tokens.forEach((_, index) => (begins[index] = this.trie.childOf(0, index) > 0 ? 1 : 0));
    const { buckets, pool, numbers } = compileTokens(this.tokens, begins);
    const trie = compileTrie(this.trie, numbers);
    const small = smallBitmap([...this.small].map((index) => this.tokens[index] ?? ''));
    const removed = Uint32Array.from(removedEntities).sort();
    return assemble(
      { names: this.names, ...trie.counts },
      { buckets: bytesOf(buckets), pool, ...trie.contents, small: bytesOf(small), removed: bytesOf(removed) },
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

/** Sixteen bits for each token, so that one word in sixteen is looked up for nothing. */
function smallBitmap(tokens: readonly string[]): Uint32Array {
  if (tokens.length === 0) return new Uint32Array(0);
  const bitmap = new Uint32Array(2 ** Math.max(5, Math.ceil(Math.log2(tokens.length * 16)) - 5));
  for (const token of tokens) {
    const slot = smallSlot(hashToken(token), bitmap.length * 32 - 1);
    bitmap[slot >>> 5] = (bitmap[slot >>> 5] ?? 0) | (1 << (slot & 31));
  }
  return bitmap;
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
