import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountCard } from '../components/card/mount-card';
import { putCard } from '../lib/card/card-slot';
import { createClient } from '../lib/messaging/client';
import { contentProtocol } from '../lib/messaging/content-protocol';
import type { PageFacts } from '../lib/page/page-facts';
import { runCard } from '../lib/page/run-card';
import type { CardPage } from '../lib/page/run-card';
import { contentTransport } from '../lib/platform/content-transport';

// Injected beside the annotator on first use; the two meet at the slot.
export default defineUnlistedScript(() => {
  const ask = createClient(contentProtocol, contentTransport);
  const services = {
    mountCard,
    askCoverage: (entity: string, page: PageFacts, alongside: readonly string[]) => ask('show-coverage', { entity, page, alongside: [...alongside] }),
    openSources: () => void ask('open-sources', {}),
  };
  putCard((page: CardPage) => runCard(page, services));
});
