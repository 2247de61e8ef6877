import type { CoverageEvidence } from '../linking/coverage-evidence';
import type { NamedEvidence } from '../services/index-ports';
import type { Database } from './database';
import { EvidenceTable, evidenceDelta, evidenceFor } from './evidence-table';
import { reading } from './native-base';
import type { EvidencePieceRow } from './rows';

/** Together so large, what batches added is counted into one table: 20,000 counts. */
const mostDeltaBytes = 240_000;

/** The evidence of one base, kept in memory beside what is stored. */
export interface EvidenceStore {
  /** As of now for this base; empty for one whose articles were not counted yet. */
  table(base: number): Promise<EvidenceTable>;
  /** The same as the linker asks for it, given which id stands behind a number. */
  forLinking(base: number): Promise<(idOf: (entity: number) => string | undefined) => CoverageEvidence>;
  /** Counts articles in memory that are about to be added: whatever is linked from now on knows of them. */
  expect(base: number, articles: readonly NamedEvidence[]): void;
  /**
   * Adds articles within the caller's transaction over this table; false where somebody else has added some that this
   * store has not seen.
   */
  add(evidence: Database['evidence'], base: number, articles: readonly NamedEvidence[]): Promise<boolean>;
  /** After the transaction: whether it was written. If not, what was expected no longer counts. */
  settle(isWritten: boolean): void;
}

export function createEvidenceStore(database: IDBDatabase): EvidenceStore {
  let held: { readonly base: number; readonly table: EvidenceTable; last: number; deltaBytes: number } | undefined;
  let pending: { readonly last: number; readonly deltaBytes: number } | undefined;
  /** What the table has in memory alone. */
  let expected: { readonly articles: readonly NamedEvidence[]; readonly table: EvidenceTable; readonly delta: Uint8Array } | undefined;

  function load(base: number, pieces: readonly EvidencePieceRow[]): NonNullable<typeof held> {
    const own = pieces.filter((piece) => piece.base === base);
    const whole = own.find(({ kind }) => kind === 'table');
    const table = (whole && EvidenceTable.open(whole.bytes)) ?? EvidenceTable.empty();
    let deltaBytes = 0;
    for (const { kind, bytes } of own) {
      if (kind === 'table') continue;
      table.add(bytes);
      deltaBytes += bytes.length;
    }
    return (held = { base, table, last: pieces.at(-1)?.number ?? 0, deltaBytes });
  }

  const table = async (base: number): Promise<EvidenceTable> => (held?.base === base ? held : load(base, await reading(database, 'evidence').evidence.all())).table;

  function countEarly(inTable: EvidenceTable, articles: readonly NamedEvidence[]) {
    const delta = evidenceDelta(articles);
    inTable.add(delta);
    return (expected = { articles, table: inTable, delta });
  }

  return {
    table,

    async forLinking(base) {
      const counted = await table(base);
      return (idOf) => evidenceFor(counted, idOf);
    },

    expect(base, articles) {
      // Not read yet: it will be with what was written.
      if (held?.base !== base || articles.length === 0) return;
      countEarly(held.table, articles);
    },

    async add(evidence, base, articles) {
      if (articles.length === 0) return true;
      const known = held?.base === base ? held : load(base, await evidence.toArray());
      const last = await evidence.toCollection().lastKey();
      if ((last ?? 0) !== known.last) {
        held = undefined;
        return false;
      }
      const { delta } = expected?.articles === articles && expected.table === known.table ? expected : countEarly(known.table, articles);
      const deltaBytes = known.deltaBytes + delta.length;
      if (deltaBytes <= mostDeltaBytes) {
        pending = { last: await evidence.add({ kind: 'delta', base, bytes: delta }), deltaBytes };
        return true;
      }
      // Of older bases too: nobody asks for them any more.
      await evidence.clear();
      pending = { last: await evidence.add({ kind: 'table', base, bytes: known.table.bytes }), deltaBytes: 0 };
      return true;
    },

    settle(isWritten) {
      if (held && pending && isWritten) Object.assign(held, pending);
      else if (pending || expected) held = undefined;
      pending = undefined;
      expected = undefined;
    },
  };
}
