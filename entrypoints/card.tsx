import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountCard } from '../components/card/mount-card';
import { putCard } from '../lib/card/card-slot';
import type { Kept } from '../lib/card/card-slot';
import { cardSays } from '../lib/messaging/card-says';
import { createClient } from '../lib/messaging/client';
import { contentProtocol } from '../lib/messaging/content-protocol';
import type { Reply } from '../lib/messaging/protocol';
import { runCard } from '../lib/page/run-card';
import type { CardPage, CardServices } from '../lib/page/run-card';
import { contentTransport } from '../lib/platform/content-transport';

const protocol = { ...contentProtocol, ...cardSays };

// Injected beside the annotator on first use; the two meet at the slot.
export default defineUnlistedScript(() => {
  const ask = createClient(protocol, contentTransport);

  const kept = (reply: Reply<typeof protocol, 'follow'>): Kept =>
    reply.state === 'saved'
      ? { undo: async () => (await ask('change-knowledge', { changes: reply.undo })).state === 'saved' }
      : undefined;

  const services: CardServices = {
    mountCard,
    askCoverage: (entity, page, alongside) => ask('show-coverage', { entity, page, alongside: [...alongside] }),
    findNames: (page, blocks) => ask('annotate-page', { page, blocks: [...blocks] }),
    openSources: () => void ask('open-sources', {}),
    openPanel: async (entity) => (await ask('open-panel', { entity })).state === 'done',
    readAbout: (entity) => void ask('read-about', { entity }),
    follow: async (entity, on) => kept(await ask('follow', { entity, on })),
    mute: async (entity) => kept(await ask('mute', { entity, on: true })),
    others: async (text, entity) => {
      const reply = await ask('who-else', { text, entity });
      return reply.state === 'ready' ? reply.entities : [];
    },
    correct: async (correction) => kept(await ask('correct', correction)),
  };
  putCard((page: CardPage) => runCard(page, services));
});
