import { TokenReader } from '../text/token-reader';
import type { TokenTable } from '../text/token-table';
import { aliasPaths, anyGate, capitalGate, gateOf, isPlain } from './alias-paths';
import { Beginnings, beginsNames, isName } from './beginnings';
import { numberTokens, writeDictionary } from './compile-tokens';
import { compileTrie } from './compile-trie';
import { HashBitmap, pairHash } from './hash-bitmap';
import { assemble } from './layout';
import type { AliasForm } from './match';
import { forms, largestEntity, packMeaning, removedGate } from './meanings';
import { labelOf } from './nodes';
import { bytesOf, packColumns, widthFor } from './packed-numbers';
import { release } from './release';
import { TokenSet } from './token-set';
import { TrieBuilder } from './trie-builder';

/** Collects names, as tokens and what they mean, and lays them out. */
export class NameCollector {
  private readonly reader = new TokenReader();
  private readonly tokens = new TokenSet();
  /** By token: what it begins with a small letter first. */
  private readonly beginnings: number[] = [];
  private readonly trie = new TrieBuilder();
  /** The first two tokens of names that may do so. */
  private readonly smallPairs: (readonly [first: number, second: number])[] = [];
  private names = 0;

  add(alias: string, entity: number, form: AliasForm): void {
    checkedEntity(entity);
    this.names += 1;
    const formCode = forms.indexOf(form);
    const table = this.reader.read(alias);
    if (isPlain(table)) {
      const gate = gateOf(table.traits, table.count, form);
      this.addPath(this.indexesOf(table), gate, packMeaning(entity, gate, formCode));
      return;
    }
    for (const { tokens, gate } of aliasPaths(alias, form, this.reader)) {
      this.addPath(this.indexesOfTexts(tokens), gate, packMeaning(entity, gate, formCode));
    }
  }

  remove(alias: string, entity: number): void {
    checkedEntity(entity);
    for (const { tokens } of aliasPaths(alias, 'name', this.reader)) {
      // However it was written: what the base finds in a text must be found here too.
      this.addPath(this.indexesOfTexts(tokens), anyGate, packMeaning(entity, removedGate, 0));
    }
  }

  compile(removedEntities: readonly number[]): ArrayBuffer {
    const slices = this.compiling(removedEntities);
    for (;;) {
      const slice = slices.next();
      if (slice.done === true) return slice.value;
    }
  }

  /** In slices: whoever goes through them may do something else in between. */
  *compiling(removedEntities: readonly number[]): Generator<undefined, ArrayBuffer> {
    const { tokens } = this;
    const numbered = numberTokens(tokens);
    yield;
    const hashOf = (index: number): number => numbered.hashes[index] ?? 0;
    const trie = yield* compileTrie(this.trie, numbered);
    // What of a million names takes the most memory makes room for what is written of it.
    this.trie.forgetAll();
    const { slots, pool } = writeDictionary(numbered, trie);
    yield;
    const labelWidth = widthFor(labelOf(numbered.slotCount));
    const nodeWidth = widthFor(trie.nodes.all().reduce((most, node) => Math.max(most, node), 0));
    const begins = this.beginnings.flatMap((bits, index) => (bits === 0 ? [] : { hash: hashOf(index), bits }));
    const pairs = this.smallPairs.map(([first, second]) => pairHash(hashOf(first), hashOf(second)));
    const edges = packColumns([trie.labels.all(), trie.nodes.all()], [labelWidth, nodeWidth]);
    for (const list of [trie.labels, trie.nodes]) list.forget();
    yield;
    const assembled = assemble(
      { names: this.names, homes: numbered.homes, labelWidth, nodeWidth },
      {
        slots: bytesOf(slots),
        pool,
        edges,
        lists: bytesOf(trie.lists.all()),
        steps: bytesOf(trie.steps.words),
        smallBeginnings: bytesOf(Beginnings.of(begins).words),
        smallSteps: bytesOf(HashBitmap.of(Int32Array.from(pairs)).words),
        removed: bytesOf(Uint32Array.from(removedEntities).sort()),
      },
    );
    for (const array of [slots, pool, edges, trie.starts, trie.owns, trie.uses, trie.steps.words, numbered.numbers, numbered.order]) release(array);
    trie.lists.forget();
    tokens.forget();
    return assembled;
  }

  private indexesOf({ count, hashes, units, unitsAt }: TokenTable): number[] {
    const indexes: number[] = [];
    for (let row = 0; row < count; row += 1) {
      const token = { from: unitsAt[row] ?? 0, to: unitsAt[row + 1] ?? 0, hash: hashes[row] ?? 0 };
      indexes.push(this.tokens.indexOf(units, token));
    }
    return indexes;
  }

  private indexesOfTexts(tokens: readonly string[]): number[] {
    return tokens.map((token) => this.tokens.indexOfText(token));
  }

  private addPath(path: readonly number[], gate: number, meaning: number): void {
    this.trie.add(path, meaning);
    while (this.beginnings.length < this.tokens.count) this.beginnings.push(0);
    if (gate === capitalGate) return;
    const [first = 0, second] = path;
    if (second !== undefined) this.smallPairs.push([first, second]);
    this.beginnings[first] = (this.beginnings[first] ?? 0) | (second === undefined ? isName : beginsNames);
  }
}

/** @throws RangeError for what is no integer from 0 to the largest */
export function checkedEntity(entity: number): number {
  if (Number.isInteger(entity) && entity >= 0 && entity <= largestEntity) return entity;
  throw new RangeError(`An entity has number ${entity}`);
}
