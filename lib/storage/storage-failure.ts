import type { Failure } from '../errors/failure';

/** What a failed read or write means to the reader. */
export function storageFailure(error: unknown): Failure {
  const names = [nameOf(error), nameOf(innerOf(error))];
  if (names.includes('QuotaExceededError')) return { kind: 'storage-full' };
  if (names.some((name) => unavailable.has(name))) return { kind: 'database-unavailable', detail: names[0] };
  return { kind: 'unexpected', detail: names[0] };
}

/** An answer, or the failure of storage that kept it from being given. What is nobody's failure but ours is thrown on. */
export async function answerFailure<Reply>(answer: () => Promise<Reply>): Promise<Reply | { readonly state: 'failed'; readonly failure: Failure }> {
  try {
    return await answer();
  } catch (error) {
    const failure = storageFailure(error);
    if (failure.kind === 'unexpected') throw error;
    return { state: 'failed', failure };
  }
}

const unavailable = new Set([
  'DatabaseClosedError', 'OpenFailedError', 'InvalidStateError', 'UnknownError', 'MissingAPIError',
  'NotReadableError',
]);

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}

/** Dexie reports an aborted transaction and keeps what aborted it inside. */
function innerOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;
}
