import type { ListedSource, NewSource, SourceService } from '../../components/services';
import type { Watch } from '../../components/watch';
import { succeed } from '../../lib/errors/failure';
import { typedAddress, unencryptedAddress } from '../../lib/feeds/typed-address';
import { addressesOfHost, boundedId } from '../../lib/model/address';
import type { Source } from '../../lib/model/source';
import { keepFirst } from '../../lib/platform/storage-use';
import { isGranted, onSitePermissionsChanged, requestSourceHosts } from '../../lib/platform/site-permissions';
import { sitePattern } from '../../lib/settings/sites';
import { pageSites } from '../../lib/storage/full-texts';
import { createSourceList } from '../../lib/storage/list-sources';
import { createSourceRepository } from '../../lib/storage/sources';
import { watchTables } from '../../lib/storage/watch-tables';
import { shareWatch } from './share-watch';
import { inDatabase, watchDatabase, watchOpened } from './wiring';
import type { OptionsWiring } from './wiring';

export function createSourceService(wiring: OptionsWiring): SourceService {
  /** The background fetches what is due now. That may take long, and nobody needs to wait for it. */
  function tellBackground(): void {
    void wiring.ask('sources-changed', {});
  }

  return {
    watch: shareWatch(watchSources(wiring)),

    async preview(address, alsoAllow) {
      // What the reader answers is not looked at here: the background knows best whether it may fetch.
      await askFor(addressesOf(address, alsoAllow));
      const seen = await wiring.ask('preview-source', { url: address });
      return seen.state === 'found' ? succeed(seen.preview) : { ok: false, failure: seen.failure };
    },

    async add(address, alsoAllow) {
      await askFor(addressesOf(address, alsoAllow));
      const added = await wiring.ask('add-source', { url: address });
      if (added.state === 'added') void keepFirst();
      return added.state === 'added' ? succeed(added) : { ok: false, failure: added.failure };
    },

    async addAll(sources) {
      await askFor(sources.map(({ url }) => url));
      const now = new Date().toISOString();
      const added = await inDatabase(wiring, (database) =>
        createSourceRepository(database).addAll(sources.map((source) => asSource(source, now))),
      );
      tellBackground();
      return added.ok ? succeed({ ids: added.value, notAllowed: await countNotAllowed(sources) }) : added;
    },

    async refresh(sources) {
      // One that is paused or gone is fetched only if the reader means it in particular.
      const meant = sources.length === 1 ? sources : sources.filter(({ paused, fetching }) => paused !== true && fetching?.gone !== true);
      await askFor(meant.flatMap(neededFor));
      const refreshed = await wiring.ask('refresh-sources', { ids: meant.map(({ id }) => id) });
      return refreshed.state === 'refreshed' ? succeed(refreshed) : { ok: false, failure: refreshed.failure };
    },

    async change({ id, url, link }, changes, pageSites = []) {
      if (changes.fullText === true) await askFor([link ?? url, ...pageSites]);
      return inDatabase(wiring, async (database) => {
        await createSourceRepository(database).change(id, changes);
        tellBackground();
        return undefined;
      });
    },

    watchPageSites: (id) => watchNotGranted(watchDatabase(wiring, (database) => pageSites(database, id))),

    remove: (ids) =>
      inDatabase(wiring, async (database) => {
        await createSourceRepository(database).remove(ids, new Date().toISOString());
        return undefined;
      }),

    restore: (ids) => inDatabase(wiring, (database) => createSourceRepository(database).restore(ids)),
  };
}

/** A round that fetches a thousand sources changes them thousands of times, and nobody reads that fast. */
const restMs = 500;

function watchSources(wiring: OptionsWiring): Watch<readonly ListedSource[]> {
  const list = createSourceList();
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, restMs));
  return watchOpened(wiring, (database, listener) =>
    watchTables({ database, tables: [database.sources.name, database.sourceStates.name], rest }, () => list(database), listener),
  );
}

/** Those of the watched addresses that the reader has not allowed, now and after every change of either. */
function watchNotGranted(watch: Watch<readonly string[]>): Watch<readonly string[]> {
  return (listener) => {
    let known: readonly string[] = [];
    let told = 0;
    const tell = async (): Promise<void> => {
      const own = ++told;
      const granted = await Promise.all(known.map((address) => isGranted(sitePattern(address) ?? address)));
      if (own === told) listener(succeed(known.filter((_, at) => granted[at] === false)));
    };
    const stops = [
      onSitePermissionsChanged(() => void tell()),
      watch((current) => {
        if (!current.ok) {
          listener(current);
          return;
        }
        known = current.value;
        void tell();
      }),
    ];
    return () => {
      told++;
      for (const stop of stops) stop();
    };
  };
}

/** By what the browser knows now: what it answered when it was asked is one word for all of them. */
async function countNotAllowed(sources: readonly NewSource[]): Promise<number> {
  const granted = await Promise.all(sources.map(({ url }) => isGranted(sitePattern(url) ?? url).catch(() => false)));
  return granted.filter((is) => !is).length;
}

function asSource({ url, title, link, folder }: NewSource, added: string): Source {
  return { id: boundedId(url), url, title, link, folder: folder && [...folder], added };
}

function addressesOf(typed: string, alsoAllow: string | undefined): string[] {
  return [typedAddress(typed) ?? '', unencryptedAddress(typed) ?? '', ...(alsoAllow === undefined ? [] : addressesOfHost(alsoAllow))];
}

/** Must be reached without anything awaited before: the browser asks only while a click is being handled. */
async function askFor(addresses: readonly string[]): Promise<void> {
  const patterns = [...new Set(addresses.flatMap((address) => sitePattern(address) ?? []))];
  if (patterns.length === 0) return;
  // A browser that cannot ask now has not given the permission, which the fetch will find out.
  await requestSourceHosts(patterns).catch(() => false);
}

/** Its own host, and the one that it was not allowed to ask when it tried last. */
function neededFor({ url, fetching }: ListedSource): string[] {
  const { kind, detail } = fetching?.lastFailure ?? {};
  return [url, ...(kind === 'no-permission' && detail !== undefined ? addressesOfHost(detail) : [])];
}
