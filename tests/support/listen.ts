import type { Result } from '../../lib/errors/failure';

/** What a watch tells, one after the other. */
export function listen<T>(watched: (listener: (found: Result<T>) => void) => () => void) {
  const told: Result<T>[] = [];
  const waiting: (() => void)[] = [];
  const stop = watched((found) => {
    told.push(found);
    for (const wake of waiting.splice(0)) wake();
  });
  const until = async (isThere: (found: Result<T>) => boolean) => {
    for (let last = told.at(-1); !last || !isThere(last); last = told.at(-1)) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  return { told, until, stop };
}
