import { longestPlannedMs } from '../feeds/plan-fetches';
import type { HostWait, HostWaitStore } from '../services/kept-host-turns';
import type { Database } from './database';

const prefix = 'wait:';

/** Until when hosts want to be left alone. What is over goes when the others are listed. */
export function createHostWaitStore({ states }: Database, now: () => number): HostWaitStore {
  return {
    async list() {
      const rows = await states.where('name').startsWith(prefix).toArray();
      const isMeant = (until: number): boolean => until > now() && until < now() + longestPlannedMs;
      await states.bulkDelete(rows.flatMap(({ name, count }) => (isMeant(count) ? [] : [name])));
      return rows.flatMap(({ name, count }): HostWait[] =>
        isMeant(count) ? [{ host: name.slice(prefix.length), until: new Date(count).toISOString() }] : [],
      );
    },

    async keep({ host, until }) {
      await states.put({ name: `${prefix}${host}`, count: Date.parse(until) });
    },
  };
}
