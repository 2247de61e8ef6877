import type { Failure } from '../errors/failure';

/** What a failed read or write means to the reader. */
export function storageFailure(error: unknown): Failure {
  const causes = rootCauses(error);
  if (causes.some(isFull)) return { kind: 'storage-full' };
  const names = causes.map(nameOf);
  const why = names.find((name) => unavailable.has(name));
  return why === undefined ? { kind: 'unexpected', detail: names[0] } : { kind: 'database-unavailable', detail: why };
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
  // At the root of a failure: the browser gave a transaction up and does not say why. We abort none but in opening.
  'AbortError',
]);

/** Chromium has a name of its own for what it could not write only where no blob was in it. */
function isFull(error: unknown): boolean {
  return nameOf(error) === 'QuotaExceededError' || (nameOf(error) === 'DataError' && String(valueOf(error, 'message')).startsWith('Failed to write blobs'));
}

/** Dexie keeps what aborted a transaction inside its error, and of many writes the failure of each. */
function rootCauses(error: unknown): readonly unknown[] {
  const failures = valueOf(error, 'failures');
  if (Array.isArray(failures) && failures.length > 0) return failures.flatMap(rootCauses);
  const inner = valueOf(error, 'inner');
  return inner === undefined || inner === null ? [error] : rootCauses(inner);
}

function nameOf(error: unknown): string {
  const name = valueOf(error, 'name');
  return typeof name === 'string' ? name : '';
}

function valueOf(error: unknown, key: string): unknown {
  return typeof error === 'object' && error !== null && key in error ? (error as Record<string, unknown>)[key] : undefined;
}
