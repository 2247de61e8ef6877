import type { Failure } from '../errors/failure';

/** What a failed read or write means to the reader. */
export function storageFailure(error: unknown): Failure {
  const names = [nameOf(error), nameOf(innerOf(error))];
  if (names.includes('QuotaExceededError')) return { kind: 'storage-full' };
  if (names.some((name) => unavailable.has(name))) return { kind: 'database-unavailable', detail: names[0] };
  return { kind: 'unexpected', detail: names[0] };
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
