import { liveQuery } from 'dexie';
import { succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import { storageFailure } from './storage-failure';

/** Tells what a query finds, now and whenever that changes, in whichever part of the extension it was changed. */
export function watchQuery<T>(query: () => Promise<T>, listener: (found: Result<T>) => void): () => void {
  const subscription = liveQuery(query).subscribe({
    next: (found) => listener(succeed(found)),
    error: (error: unknown) => listener({ ok: false, failure: storageFailure(error) }),
  });
  return () => subscription.unsubscribe();
}
