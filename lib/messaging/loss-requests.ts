import type { Failure } from '../errors/failure';
import { restoreLost, startFresh, stateOfBase, type SafeKeeping } from '../services/keep-safe';
import { forPages } from './for-pages';
import type { lossProtocol } from './loss-protocol';
import type { Handlers } from './router';

export interface LossPorts {
  /** With the base open, one at a time; or a reply that says why it cannot be had. */
  readonly use: <Reply>(answer: (keeping: SafeKeeping) => Promise<Reply>) => Promise<Reply | { readonly state: 'failed'; readonly failure: Failure }>;
  /** Sources and edits are back: what follows from them is to be done by and by. */
  readonly onRestored: () => void;
}

/** Answers what the extension's pages ask when the knowledge base was lost. */
export function lossRequests({ use, onRestored }: LossPorts): Handlers<typeof lossProtocol> {
  return {
    'storage-state': forPages(() => use(stateOfBase)),
    'restore-lost': forPages(() =>
      use(async (keeping) => {
        const restored = await restoreLost(keeping);
        if (!restored.ok) return { state: 'failed' as const, failure: restored.failure };
        onRestored();
        return { state: 'restored' as const, kept: restored.value };
      }),
    ),
    'start-fresh': forPages(() =>
      use(async (keeping) => {
        await startFresh(keeping);
        return { state: 'done' as const };
      }),
    ),
  };
}
