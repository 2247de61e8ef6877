import { emptyLearning, type LearningState } from '../discovery/learning-state';
import type { Database } from './database';
import { decodePieces, encodeDelta, encodeSnapshot } from './learning-pieces';

/** From so many bytes of changes on, the state is written as a whole again: what has to be read stays bounded. */
const leastDeltaBytes = 4_000_000;

/** What discovery remembers, kept in memory beside what is stored. */
export interface LearningStore {
  state(): Promise<LearningState>;
  /**
   * Writes what has changed since the state it gave, within the caller's transaction over `learning`; false where
   * somebody else has written meanwhile. Nothing counts in memory before `settle`.
   */
  write(after: LearningState): Promise<boolean>;
  settle(isWritten: boolean): void;
}

interface Held {
  readonly state: LearningState;
  readonly last: number;
  readonly snapshotBytes: number;
  readonly deltaBytes: number;
}

export function createLearningStore({ learning }: Database): LearningStore {
  let held: Held | undefined;
  let pending: Held | undefined;

  async function load(): Promise<Held> {
    const pieces = await learning.toArray();
    const sizeOf = (wanted: string): number =>
      pieces.reduce((sum, { kind, bytes }) => sum + (kind === wanted ? bytes.length : 0), 0);
    const state = decodePieces(pieces.map(({ bytes }) => bytes)) ?? emptyLearning();
    return (held = {
      state, last: pieces.at(-1)?.number ?? 0, snapshotBytes: sizeOf('snapshot'), deltaBytes: sizeOf('delta'),
    });
  }

  return {
    state: async () => (held ?? (await load())).state,

    async write(after) {
      const before = held ?? (await load());
      if (after === before.state) return true;
      if (((await learning.toCollection().lastKey()) ?? 0) !== before.last) {
        held = undefined;
        return false;
      }
      const delta = encodeDelta(before.state, after);
      const deltaBytes = before.deltaBytes + delta.length;
      if (deltaBytes <= Math.max(leastDeltaBytes, before.snapshotBytes)) {
        const last = await learning.add({ kind: 'delta', bytes: delta });
        pending = { state: after, last, snapshotBytes: before.snapshotBytes, deltaBytes };
        return true;
      }
      const pieces = encodeSnapshot(after);
      await learning.clear();
      const last = await learning.bulkAdd(pieces.map((bytes) => ({ kind: 'snapshot' as const, bytes })));
      const snapshotBytes = pieces.reduce((sum, { length }) => sum + length, 0);
      pending = { state: after, last, snapshotBytes, deltaBytes: 0 };
      return true;
    },

    settle(isWritten) {
      if (pending) held = isWritten ? pending : undefined;
      pending = undefined;
    },
  };
}
