import type { ListedSiteService } from '../../components/services';
import { giveBack } from '../../lib/platform/site-permissions';
import { sitePattern } from '../../lib/settings/sites';
import { createSourceRepository } from '../../lib/storage/sources';
import { createSiteService } from '../../lib/platform/site-service';
import { inDatabase } from './wiring';
import type { OptionsWiring } from './wiring';

export function createListedSiteService(wiring: OptionsWiring): ListedSiteService {
  const sites = createSiteService(wiring.ask);
  return {
    ...sites,
    async remove(pattern) {
      const switchedOff = await sites.forget(pattern);
      const sources = await inDatabase(wiring, (database) => createSourceRepository(database).list());
      const isNeeded = !sources.ok || sources.value.some(({ url }) => sitePattern(url) === pattern);
      if (!isNeeded) await giveBack([pattern]);
      return switchedOff;
    },
  };
}
