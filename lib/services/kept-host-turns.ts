import type { HostTurns } from './host-turns';

export interface HostWait {
  readonly host: string;
  /** ISO 8601 in UTC. */
  readonly until: string;
}

/** What hosts asked for, kept where the end of the background does not reach it. */
export interface HostWaitStore {
  /** Those that are not over. */
  list(): Promise<readonly HostWait[]>;
  keep(wait: HostWait): Promise<void>;
}

/**
 * Host turns that remember: whoever a host told to wait, for a feed, a page or a feed that is no source yet, nobody asks
 * it before, also after the background was stopped. What was kept is read before the first turn.
 */
export function createKeptHostTurns(hosts: HostTurns, waits: HostWaitStore): HostTurns {
  let recalled: Promise<void> | undefined;
  const recall = async (): Promise<void> => {
    for (const { host, until } of await waits.list()) await hosts.leaveAlone(host, until);
  };
  const recallOnce = (): Promise<void> => {
    recalled ??= recall().catch((error: unknown) => {
      // The next turn reads it again; until then nobody is asked.
      recalled = undefined;
      throw error;
    });
    return recalled;
  };
  return {
    leftAloneUntil: hosts.leftAloneUntil,
    async leaveAlone(host, until) {
      await recallOnce();
      if (until <= hosts.leftAloneUntil(host)) return;
      await hosts.leaveAlone(host, until);
      await waits.keep({ host, until });
    },
    async inTurn(host, task) {
      await recallOnce();
      return hosts.inTurn(host, task);
    },
  };
}
