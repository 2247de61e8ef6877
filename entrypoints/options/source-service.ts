import type { SourceService } from '../../components/services';
import { succeed } from '../../lib/errors/failure';
import { typedAddress } from '../../lib/feeds/typed-address';
import { requestSites } from '../../lib/platform/site-permissions';
import { sitePattern } from '../../lib/settings/sites';
import { listSources } from '../../lib/storage/list-sources';
import { createSourceRepository } from '../../lib/storage/sources';
import { inDatabase, watchDatabase } from './wiring';
import type { OptionsWiring } from './wiring';

export function createSourceService(wiring: OptionsWiring): SourceService {
  return {
    watch: watchDatabase(wiring, listSources),

    async add(address, alsoAllow) {
      // What the reader answers is not looked at here: the background knows best whether it may fetch.
      await askFor([typedAddress(address) ?? '', ...(alsoAllow === undefined ? [] : bothSchemes(alsoAllow))]);
      const added = await wiring.ask('add-source', { url: address });
      return added.state === 'added' ? succeed(added) : { ok: false, failure: added.failure };
    },

    async refresh(source) {
      if (source) await askFor([source.url]);
      const refreshed = await wiring.ask('refresh-sources', { ids: source && [source.id] });
      return refreshed.state === 'refreshed' ? succeed(refreshed) : { ok: false, failure: refreshed.failure };
    },

    remove: (id) =>
      inDatabase(wiring, async (database) => {
        await createSourceRepository(database).remove(id, new Date().toISOString());
        return undefined;
      }),

    restore: (id) => inDatabase(wiring, (database) => createSourceRepository(database).restore(id)),
  };
}

/** Must be reached without anything awaited before: the browser asks only while a click is being handled. */
async function askFor(addresses: readonly string[]): Promise<void> {
  const patterns = [...new Set(addresses.flatMap((address) => sitePattern(address) ?? []))];
  if (patterns.length === 0) return;
  // A browser that cannot ask now has not given the permission, which the fetch will find out.
  await requestSites(patterns).catch(() => false);
}

function bothSchemes(host: string): string[] {
  return [`https://${host}/`, `http://${host}/`];
}
