import { createTurns } from './in-turn';

/** Between two requests to one host. */
const breathMs = 1_000;

export interface HostTurns {
  /** Runs the task when no other has this host, and some time after the last one. */
  inTurn<T>(host: string, task: () => Promise<T>): Promise<T>;
  /** Notes that a host asked not to be asked before this moment, ISO 8601 in UTC. It holds at once. */
  leaveAlone(host: string, until: string): Promise<void>;
  /** The latest of these moments; empty where it never asked. */
  leftAloneUntil(host: string): string;
}

/**
 * One request at a time for each host, whoever makes it: a round of refreshing, the reader who adds a source, a
 * redirect from elsewhere.
 * `pause` resolves after so many milliseconds.
 */
export function createHostTurns(pause: (ms: number) => Promise<void>): HostTurns {
  const hosts = new Map<string, { readonly turns: ReturnType<typeof createTurns>; waiting: number }>();
  const leftAlone = new Map<string, string>();
  const leftAloneUntil = (host: string): string => leftAlone.get(host) ?? '';
  return {
    leaveAlone(host, until) {
      if (until > leftAloneUntil(host)) leftAlone.set(host, until);
      return Promise.resolve();
    },
    leftAloneUntil,
    async inTurn(host, task) {
      const entry = hosts.get(host) ?? { turns: createTurns(), waiting: 0 };
      hosts.set(host, entry);
      entry.waiting++;
      const done = entry.turns(task);
      // Whoever comes next waits for this as well; who made the request does not.
      void entry
        .turns(() => pause(breathMs))
        .finally(() => {
          if (--entry.waiting === 0) hosts.delete(host);
        });
      return done;
    },
  };
}
