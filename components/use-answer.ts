import { useCallback, useEffect, useState } from 'react';
import type { Live } from './use-live';
import type { Outcome } from './watch';

/**
 * What an asking brings: loading until then, and again when it becomes another. `ask` must be the same from one rendering to
 * the next while it asks for the same. What comes late is dropped.
 */
export function useAnswer<T>(ask: () => Outcome<T>): { readonly answer: Live<T>; readonly askAgain: () => void } {
  const [round, setRound] = useState(0);
  const [last, setLast] = useState<{ readonly ask: () => Outcome<T>; readonly live: Live<T> } | null>(null);

  useEffect(() => {
    let isOver = false;
    void ask().then((outcome) => {
      if (!isOver) setLast({ ask, live: outcome.ok ? { state: 'ready', value: outcome.value } : { state: 'failed', failure: outcome.failure } });
    });
    return () => {
      isOver = true;
    };
  }, [ask, round]);

  const askAgain = useCallback(() => setRound((before) => before + 1), []);
  // While the same is asked again, what is known of it stays.
  return { answer: last?.ask === ask ? last.live : { state: 'loading' }, askAgain };
}
