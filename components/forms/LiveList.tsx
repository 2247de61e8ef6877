import type { ReactNode } from 'react';
import { sentenceFor } from '../failure-sentences';
import type { Live } from '../use-live';

export interface LiveListProps<T> {
  readonly live: Live<readonly T[]>;
  readonly empty: ReactNode;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** A list in all its states. While it loads its place stays empty: it is there in a moment. */
export function LiveList<T>({ live, empty, children }: LiveListProps<T>) {
  switch (live.state) {
    case 'loading': return <div className="coming" aria-busy="true" />;
    case 'failed': return <p className="failed" role="alert">{sentenceFor(live.failure)}</p>;
    case 'ready': return live.value.length === 0 ? empty : children(live.value);
  }
}
