import { isLeftAlone } from '../feeds/plan-fetches';
import type { HostWait, HostWaitStore } from '../services/kept-host-turns';
import type { Database } from './database';

const prefix = 'wait:';

/** Until when hosts want to be left alone. What is over goes when the others are listed. */
export function createHostWaitStore({ states }: Database, now: () => number): HostWaitStore {
  return {
    async list() {
      const rows = await states.where('name').startsWith(prefix).toArray();
      // What no clock shows is long over.
      const waits = rows.map(({ name, count }) => ({ name, until: new Date(Math.abs(count) < 8.64e15 ? count : 0).toISOString() }));
      const isKept = ({ until }: { readonly until: string }): boolean => isLeftAlone(until, new Date(now()).toISOString());
      await states.bulkDelete(waits.flatMap((wait) => (isKept(wait) ? [] : [wait.name])));
      return waits.filter(isKept).map(({ name, until }): HostWait => ({ host: name.slice(prefix.length), until }));
    },

    async keep({ host, until }) {
      await states.put({ name: `${prefix}${host}`, count: Date.parse(until) });
    },
  };
}
