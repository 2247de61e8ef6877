import type { SourceState } from '../feeds/source-state';
import { addressesOfHost } from '../model/address';
import type { FetchPorts } from './fetch-feed';
import type { SourceStore } from './refresh-sources';

export interface WakePorts extends Pick<FetchPorts, 'mayFetch' | 'now'> {
  readonly sources: Pick<SourceStore, 'list' | 'states' | 'claim'>;
}

/**
 * Makes due what failed last for want of a permission that is there now. Other waits, such as those that a host asked for,
 * stay as they are. Returns how many sources that were.
 */
export async function wakeAllowed({ sources, mayFetch, now }: WakePorts): Promise<number> {
  const [list, states] = await Promise.all([sources.list(), sources.states()]);
  const urls = new Map(list.map(({ id, url }) => [id, url]));
  let woken = 0;
  for (const state of states) {
    const url = urls.get(state.sourceId);
    if (url === undefined || !isWaiting(state, now())) continue;
    const refused = state.lastFailure?.detail ?? new URL(url).host;
    const needed = new URL(url).host === refused ? [url] : addressesOfHost(refused);
    const isAllowed = await Promise.all(needed.map(async (address) => (await mayFetch?.(address)) ?? true));
    // It begins anew with failing, should it fail for another reason now.
    const due = { ...state, failuresInRow: 1, nextFetch: now() };
    if (isAllowed.includes(true) && (await sources.claim(due, state.nextFetch))) woken++;
  }
  return woken;
}

function isWaiting({ failuresInRow, lastFailure, nextFetch }: SourceState, now: string): boolean {
  return failuresInRow > 0 && lastFailure?.kind === 'no-permission' && nextFetch > now;
}
