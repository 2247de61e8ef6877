import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createFramedMount } from '../components/card/framed-mount';
import { mountCard } from '../components/card/mount-card';
import { findView, putCard } from '../lib/card/card-slot';
import type { Kept } from '../lib/card/card-slot';
import { cardSays } from '../lib/messaging/card-says';
import { createClient } from '../lib/messaging/client';
import { contentProtocol } from '../lib/messaging/content-protocol';
import type { Reply } from '../lib/messaging/protocol';
import { runCard } from '../lib/page/run-card';
import type { CardPage, CardServices } from '../lib/page/run-card';
import { addressOf, contentTransport, frameIdOf } from '../lib/platform/content-transport';

const protocol = { ...contentProtocol, ...cardSays };

// Injected beside the annotator on first use; the two meet at the slot.
export default defineUnlistedScript(() => {
  const ask = createClient(protocol, contentTransport);

  const kept = (reply: Reply<typeof protocol, 'follow'>): Kept =>
    reply.state === 'saved'
      ? { undo: async () => (await ask('change-knowledge', { changes: reply.undo })).state === 'saved' }
      : undefined;

  const bringInto = async (frame: Window | HTMLIFrameElement): Promise<boolean> =>
    (await ask('bring-card', { into: frameIdOf(frame) })).state === 'done';

  const drawing = { bringInto, page: addressOf('card-page.html'), origin: addressOf('') };

  const services: CardServices = {
    mountCard: import.meta.env.FIREFOX ? createFramedMount(drawing, async () => ((await bringInto(window)) ? findView() : undefined)) : mountCard,
    mountsEarly: import.meta.env.FIREFOX,
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
