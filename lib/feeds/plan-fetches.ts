import type { Source } from '../model/source';
import { isSkipped, longestHostWaitMs } from './fetch-rules';
import type { SourceState } from './source-state';

/** How many sources of one host are asked in a round, and how many of all: after a long sleep the rest waits for the next. */
const perHost = 5;
const perRound = 120;
/** No rule makes a source wait longer, unless its host asks for it. What does comes from a clock that was wrong. */
const longestPlannedMs = 16 * 86_400_000;
/** No host is left alone for longer. */
const longestLeftAloneMs = longestHostWaitMs + 86_400_000;

export interface PlannedHost {
  readonly host: string;
  /** To be asked one after the other, in this order. */
  readonly sources: readonly Source[];
}

export interface FetchPlan {
  readonly hosts: readonly PlannedHost[];
  /** How many more are due, for the next round. */
  readonly left: number;
}

export interface PlanFacts {
  readonly sources: readonly Source[];
  readonly states: readonly SourceState[];
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/**
 * Who is asked now: sources whose time has come, those never asked first, then the longest overdue. Not those that are
 * paused or gone or skip this hour, as when a machine wakes in it, nor any of a host that asked to be left alone. Hosts take turns, so that one with many sources does
 * not keep the others waiting. O(n log n) in the number of sources.
 */
export function planFetches({ sources, states, now }: PlanFacts): FetchPlan {
  const stateOf = new Map(states.map((state) => [state.sourceId, state]));
  const blocked = new Set(hostsLeftAlone({ sources, states, now }).keys());
  const dueAt = (source: Source): string => {
    const { nextFetch = '', hostNotBefore } = stateOf.get(source.id) ?? {};
    return nextFetch > after(isLeftAlone(hostNotBefore, now) ? hostNotBefore : now, longestPlannedMs) ? '' : nextFetch;
  };
  const due = sources
    .filter((source) => source.paused !== true && stateOf.get(source.id)?.gone !== true && dueAt(source) <= now)
    .filter((source) => !blocked.has(hostOf(source)) && !isSkipped(now, stateOf.get(source.id)?.schedule))
    .sort((one, other) => (dueAt(one) === dueAt(other) ? 0 : dueAt(one) < dueAt(other) ? -1 : 1));
  const queues = byHost(due);
  const chosen = takeTurns(queues);
  return { hosts: byHost(chosen), left: due.length - chosen.length };
}

/** Until when each host asked to be left alone, of those that did so and still mean it. */
export function hostsLeftAlone({ sources, states, now }: PlanFacts): Map<string, string> {
  const hostOfSource = new Map(sources.map((source) => [source.id, hostOf(source)]));
  const until = new Map<string, string>();
  for (const { sourceId, hostNotBefore, busyHost } of states) {
    const host = busyHost ?? hostOfSource.get(sourceId);
    if (host === undefined || !isLeftAlone(hostNotBefore, now)) continue;
    if (hostNotBefore > (until.get(host) ?? '')) until.set(host, hostNotBefore);
  }
  return until;
}

/** Whether a host wants to be left alone until then: neither is it over, nor was it made up by a wrong clock. */
export function isLeftAlone(until: string | undefined, now: string): until is string {
  return until !== undefined && until > now && until <= after(now, longestLeftAloneMs);
}

function after(moment: string, ms: number): string {
  return new Date(Date.parse(moment) + ms).toISOString();
}

/** Sources by host, hosts in the order of their first source. */
export function byHost(sources: readonly Source[]): PlannedHost[] {
  const queues = new Map<string, Source[]>();
  for (const source of sources) {
    const queue = queues.get(hostOf(source));
    if (queue) queue.push(source);
    else queues.set(hostOf(source), [source]);
  }
  return [...queues].map(([host, queue]) => ({ host, sources: queue }));
}

/** The first of each host, then the second of each, as far as a round goes. */
function takeTurns(queues: readonly PlannedHost[]): Source[] {
  const rounds = Array.from({ length: perHost }, (_, turn) => queues.flatMap(({ sources }) => sources[turn] ?? []));
  return rounds.flat().slice(0, perRound);
}

function hostOf({ url }: Source): string {
  return new URL(url).host;
}
