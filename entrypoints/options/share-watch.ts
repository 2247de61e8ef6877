import type { Watch } from '../../components/watch';
import type { Result } from '../../lib/errors/failure';

/** One watch for all who listen to it, so that what it tells is read once. Who comes later hears at once what was told last. */
export function shareWatch<T>(watch: Watch<T>): Watch<T> {
  const listeners = new Set<(current: Result<T>) => void>();
  let last: Result<T> | undefined;
  let stop: (() => void) | undefined;
  return (listener) => {
    // Each listening is its own, also of a listener that listens twice.
    const own = (current: Result<T>): void => listener(current);
    listeners.add(own);
    if (last) own(last);
    stop ??= watch((current) => {
      last = current;
      for (const tell of [...listeners]) tell(current);
    });
    return () => {
      if (!listeners.delete(own) || listeners.size > 0) return;
      stop?.();
      stop = last = undefined;
    };
  };
}
