import type { CoverageEvidence } from '../linking/coverage-evidence';
import type { NamedEvidence } from '../services/index-articles';
import type { Database } from './database';
import { EvidenceTable, evidenceDelta, evidenceFor } from './evidence-table';

/** Together so large, what batches added is counted into one table: 20,000 counts. */
const mostDeltaBytes = 240_000;

/** The evidence of one base, kept in memory beside what is stored. */
export interface EvidenceStore {
  /** As of now for this base; empty for one whose articles were not counted yet. */
  table(base: number): Promise<EvidenceTable>;
  /** The same as the linker asks for it, given which id stands behind a number. */
  forLinking(base: number): Promise<(idOf: (entity: number) => string | undefined) => CoverageEvidence>;
  /**
   * Adds articles within the caller's transaction over `evidence`; false where somebody else has added some that this
   * store has not seen. Nothing counts in memory before `settle`.
   */
  add(base: number, articles: readonly NamedEvidence[]): Promise<boolean>;
  /** After the transaction: whether it was written. */
  settle(isWritten: boolean): void;
}

export function createEvidenceStore({ evidence }: Database): EvidenceStore {
  let held: { readonly base: number; readonly table: EvidenceTable; last: number; deltaBytes: number } | undefined;
  let pending: { readonly delta: Uint8Array; readonly last: number; readonly deltaBytes: number } | undefined;

  async function load(base: number): Promise<NonNullable<typeof held>> {
    const pieces = await evidence.toArray();
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

  const table = async (base: number): Promise<EvidenceTable> => (held?.base === base ? held : await load(base)).table;

  return {
    table,

    async forLinking(base) {
      const counted = await table(base);
      return (idOf) => evidenceFor(counted, idOf);
    },

    async add(base, articles) {
      if (articles.length === 0) return true;
      const known = held?.base === base ? held : await load(base);
      const last = await evidence.toCollection().lastKey();
      if ((last ?? 0) !== known.last) {
        held = undefined;
        return false;
      }
      const delta = evidenceDelta(articles);
      const deltaBytes = known.deltaBytes + delta.length;
      if (deltaBytes <= mostDeltaBytes) {
        pending = { delta, last: await evidence.add({ kind: 'delta', base, bytes: delta }), deltaBytes };
        return true;
      }
      const table = EvidenceTable.open(known.table.bytes) ?? EvidenceTable.empty();
      table.add(delta);
      // Of older bases too: nobody asks for them any more.
      await evidence.clear();
      pending = { delta, last: await evidence.add({ kind: 'table', base, bytes: table.bytes }), deltaBytes: 0 };
      return true;
    },

    settle(isWritten) {
      if (held && pending && isWritten) {
        held.table.add(pending.delta);
        Object.assign(held, { last: pending.last, deltaBytes: pending.deltaBytes });
      } else if (pending) held = undefined;
      pending = undefined;
    },
  };
}
