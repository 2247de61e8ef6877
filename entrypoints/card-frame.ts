import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawInFrame } from '../components/card/card-in-frame';
import { mountCard } from '../components/card/mount-card';
import { putView } from '../lib/card/card-slot';
import { createClient } from '../lib/messaging/client';
import { contentProtocol } from '../lib/messaging/content-protocol';
import { watchKeys } from '../lib/page/watch-keys';
import { contentTransport } from '../lib/platform/content-transport';

// What draws the card in Firefox. Injected into the frame that a card has for itself, where it draws what the card's script in the
// page tells it, and loaded by `card-page.html` where it may not be injected there; into the page where neither is possible.
export default defineUnlistedScript({
  include: ['firefox'],
  main() {
    if (window === window.top) {
      putView(mountCard);
      return;
    }
    const ask = createClient({ 'open-panel': contentProtocol['open-panel'] }, contentTransport);
    const { name } = window;
    const found = new AbortController();
    window.addEventListener('message', ({ data, ports: [port] }) => {
      if (data !== name || !port) return;
      found.abort();
      const card = drawInFrame(port, async (entity) => (await ask('open-panel', { entity })).state === 'done');
      const keys = { next: () => card.go(1), previous: () => card.go(-1), dismissed: () => (card.dismiss(), true) };
      watchKeys(keys, new AbortController().signal)(window);
    }, { signal: found.signal });
  },
});
