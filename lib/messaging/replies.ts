import type { Failure, Result } from '../errors/failure';

export interface FailedReply {
  readonly state: 'failed';
  readonly failure: Failure;
}

/** What answers a request that brings nothing back. */
export const done = { state: 'done' as const };

export function failed(failure: Failure): FailedReply {
  return { state: 'failed', failure };
}

export function replyTo(result: Result<unknown>): typeof done | FailedReply {
  return result.ok ? done : failed(result.failure);
}
