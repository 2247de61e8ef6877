import type { ListedSiteService } from '../../components/services';
import { giveBack } from '../../lib/platform/site-permissions';
import { sitePattern } from '../../lib/settings/sites';
import { neededAddresses } from '../../lib/storage/needed-addresses';
import { createSiteService } from '../../lib/platform/site-service';
import { inDatabase } from './wiring';
import type { OptionsWiring } from './wiring';

export function createListedSiteService(wiring: OptionsWiring): ListedSiteService {
  const sites = createSiteService(wiring.ask);
  return {
    ...sites,
    async remove(pattern) {
      const switchedOff = await sites.forget(pattern);
      const needed = await inDatabase(wiring, neededAddresses);
      const isNeeded = !needed.ok || needed.value.some((address) => sitePattern(address) === pattern);
      if (!isNeeded) await giveBack([pattern]);
      return switchedOff;
    },
  };
}
