import { useEffect, useState } from 'react';
import type { Failure } from '../lib/errors/failure';
import type { Watch } from './watch';

export type Live<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure };

/** What a watch tells, from mounting to unmounting. The watch must be the same from one rendering to the next. */
export function useLive<T>(watch: Watch<T>): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  useEffect(
    () =>
      watch((current) =>
        setLive(current.ok ? { state: 'ready', value: current.value } : { state: 'failed', failure: current.failure }),
      ),
    [watch],
  );
  return live;
}
