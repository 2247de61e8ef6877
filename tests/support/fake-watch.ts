import type { Watch } from '../../components/watch';
import { succeed } from '../../lib/errors/failure';
import type { Result } from '../../lib/errors/failure';

/** Something that can be watched, and set from a test. */
export interface FakeWatch<T> {
  readonly watch: Watch<T>;
  value(): T;
  set(value: T): void;
  fail(failure: Extract<Result<T>, { ok: false }>): void;
}

export function fakeWatch<T>(initial: T): FakeWatch<T> {
  let current: Result<T> = succeed(initial);
  const listeners = new Set<(current: Result<T>) => void>();
  const tell = (next: Result<T>) => {
    current = next;
    for (const listener of listeners) listener(next);
  };
  return {
    watch(listener) {
      listeners.add(listener);
      listener(current);
      return () => void listeners.delete(listener);
    },
    value() {
      if (!current.ok) throw new Error('There is no value: it was made to fail');
      return current.value;
    },
    set: (value) => tell(succeed(value)),
    fail: tell,
  };
}
