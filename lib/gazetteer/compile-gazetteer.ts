import { TokenReader } from '../text/token-reader';
import { hashToken } from '../text/token-table';
import { aliasPaths, anyGate, capitalGate, type AliasPath } from './alias-paths';
import { Beginnings, beginsNames, isName, smallShift, writtenHash } from './beginnings';
import { numberTokens, writeDictionary } from './compile-tokens';
import { compileTrie } from './compile-trie';
import { HashBitmap, pairHash } from './hash-bitmap';
import { assemble } from './layout';
import type { AliasEntry, AliasForm } from './match';
import { forms, largestEntity, packMeaning, removedGate } from './meanings';
import { labelOf } from './nodes';
import { bytesOf, packColumns, widthFor } from './packed-numbers';
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
  /** By token: what it begins. */
  private readonly beginnings: number[] = [];
  private readonly trie = new TrieBuilder();
  /** The first two tokens of names that may begin with a small letter. */
  private readonly smallPairs: (readonly [first: number, second: number])[] = [];
  private names = 0;

  add(alias: string, entity: number, form: AliasForm): void {
    checked(entity);
    for (const path of aliasPaths(alias, form, this.reader)) {
      this.addPath(path, packMeaning(entity, path.gate, forms.indexOf(form)));
    }
    this.names += 1;
  }

  remove(alias: string, entity: number): void {
    checked(entity);
    for (const { tokens } of aliasPaths(alias, 'name', this.reader)) {
      // However it was written: what the base finds in a text must be found here too.
      this.addPath({ tokens, gate: anyGate }, packMeaning(entity, removedGate, 0));
    }
  }

  compile(removedEntities: readonly number[]): ArrayBuffer {
    const { tokens } = this;
    const numbered = numberTokens(tokens, Int32Array.from(tokens, hashToken));
    const hashOf = (index: number): number => numbered.hashes[index] ?? 0;
    const trie = compileTrie(this.trie, numbered);
    const { slots, pool } = writeDictionary(numbered, trie.starts);
    const edgeWidth = widthFor(trie.nodes.length);
    const labelWidth = widthFor(labelOf(numbered.slotCount));
    const nodeWidth = widthFor(trie.nodes.reduce((most, node) => Math.max(most, node), 0));
    const begins = tokens.flatMap((_, index) => {
      const bits = this.beginnings[index] ?? 0;
      return bits === 0 ? [] : { hash: hashOf(index), bits };
    });
    return assemble(
      { names: this.names, homes: numbered.homes, edgeWidth, labelWidth, nodeWidth },
      {
        slots: bytesOf(slots),
        pool,
        inner: packColumns([trie.firstEdges], [edgeWidth]),
        edges: packColumns([trie.labels, trie.nodes], [labelWidth, nodeWidth]),
        lists: bytesOf(Uint32Array.from(trie.lists)),
        steps: bytesOf(HashBitmap.of([...trie.steps, ...this.smallSteps(hashOf)]).words),
        beginnings: bytesOf(Beginnings.of(begins).words),
        removed: bytesOf(Uint32Array.from(removedEntities).sort()),
      },
    );
  }

  private smallSteps(hashOf: (index: number) => number): number[] {
    return this.smallPairs.map(([first, second]) => pairHash(writtenHash(hashOf(first), 1), hashOf(second)));
  }

  private addPath({ tokens, gate }: AliasPath, meaning: number): void {
    const path = tokens.map((token) => this.indexOf(token));
    this.trie.add(path, meaning);
    const [first = 0, second] = path;
    if (second !== undefined && gate !== capitalGate) this.smallPairs.push([first, second]);
    this.beginnings[first] = (this.beginnings[first] ?? 0) | beginningBits(path.length === 1, gate !== capitalGate);
  }

  private indexOf(token: string): number {
    const known = this.tokenIndexes.get(token);
    if (known !== undefined) return known;
    this.tokenIndexes.set(token, this.tokens.length);
    return this.tokens.push(token) - 1;
  }
}

function beginningBits(isWhole: boolean, mayBeSmall: boolean): number {
  const bits = isWhole ? isName : beginsNames;
  return mayBeSmall ? bits | (bits << smallShift) : bits;
}
