import { asWrittenGate, capitalGate } from '../../../lib/gazetteer/alias-paths';
import { lowerBit, upperBit } from '../../../lib/text/characters';
import { TokenReader } from '../../../lib/text/token-reader';
import { kindMask, seenShift, wordToken, type TokenTable } from '../../../lib/text/token-table';

export interface Way {
  readonly entity: number;
  readonly gate: number;
}

/** The tokens of a text as strings, which is what the peers look up. */
export interface Words {
  readonly tokens: readonly string[];
  readonly table: TokenTable;
  isWord(row: number): boolean;
}

const reader = new TokenReader();

export function wordsOf(text: string): Words {
  const table = reader.read(text);
  return { tokens: table.foldedAll(), table, isWord: (row) => (table.traits[row]! & kindMask) === wordToken };
}

const none: number[] = [];

/** Those entities of a name that may be written as the text does. */
export function allowed(ways: readonly Way[] | undefined, { table }: Words, from: number): number[] {
  if (ways === undefined) return none;
  const entities: number[] = [];
  for (const { entity, gate } of ways) {
    if (gate === capitalGate && (table.traits[from]! & lowerBit) !== 0) continue;
    const capitalAt = gate - asWrittenGate - 1;
    if (capitalAt >= 0 && ((table.traits[from + capitalAt]! >>> seenShift) & upperBit) === 0) continue;
    entities.push(entity);
  }
  return entities;
}
