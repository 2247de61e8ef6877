import { defineBackground } from 'wxt/utils/define-background';
import type { Result } from '../lib/errors/failure';
import { pageProtocol } from '../lib/messaging/page-protocol';
import { failed, replyTo } from '../lib/messaging/replies';
import { createRouter } from '../lib/messaging/router';
import type { Handlers } from '../lib/messaging/router';
import { keepAlarm, onAlarm } from '../lib/platform/alarms';
import { listenInBackground } from '../lib/platform/background-listener';
import { workOnDemand, type BackgroundEvent } from '../lib/platform/background-work';
import { closeToContentScripts } from '../lib/platform/closed-storage';
import { injectCard } from '../lib/platform/content-scripts';
import { onContextMenu } from '../lib/platform/context-menu';
import { onBrowserStart, onInstalled } from '../lib/platform/lifecycle';
import { readingSettingsFor } from '../lib/platform/page-settings';
import { openPanel } from '../lib/platform/panel';
import { askPanel } from '../lib/platform/panel-asks';
import { createSettingsStore } from '../lib/platform/settings-store';
import { onSitePermissionsChanged } from '../lib/platform/site-permissions';
import { annotatePage } from '../lib/services/annotate-page';
import type { ReadPage } from '../lib/services/read-article';
import { createOpener, type ReadingStores } from '../lib/storage/reading-stores';
import { answerFailure } from '../lib/storage/storage-failure';

const housekeeping = { alarm: 'housekeeping', everyMinutes: 5 };

/**
 * What the browser runs each time it wakes the background: it listens, and answers what pages wait for. Everything else
 * is done by `work.ts`, which is brought in when it is needed. Nothing here outlives the background but as a cache: what
 * counts is in IndexedDB, in `storage.local` and in what the browser has registered.
 */
export default defineBackground(() => {
  const settings = createSettingsStore();
  const open: () => Promise<Result<ReadingStores>> = createOpener({
    rebuild: () => happened({ kind: 'knowledge-damaged' }),
    prepare: async () => (await work()).prepare(),
  });
  const work = workOnDemand({ open, settings });
  // Whatever woke the background asks for it: it opens while that is handed over.
  inBackground(open());

  const handlers: Handlers<typeof pageProtocol> = {
    'annotate-page': async (request, { isPrivate = true }) => {
      const stores = await open();
      if (!stores.ok) return failed(stores.failure);
      const { knowledge, evidence, corrections, attention, news } = stores.value;
      // The page comes first, and what is kept of it once it has its answer.
      if (!isPrivate) setTimeout(() => inBackground(keepRead(request)));
      return answerFailure(() => annotatePage(request, { knowledge: knowledge.current, evidence: evidence.forLinking, corrections, attention, news }));
    },
    'open-panel': async ({ entity }, { tabId }) => {
      if (tabId === undefined) return failed({ kind: 'not-possible-here' });
      // At once: the reader's click counts only until something is awaited.
      const [isOpen] = await Promise.all([openPanel(tabId), askPanel({ tabId, entity })]);
      return replyTo(isOpen);
    },
    'bring-card': async ({ into }, { tabId, frameId }) =>
      tabId === undefined ? failed({ kind: 'not-possible-here' }) : replyTo(await injectCard(tabId, into ?? frameId ?? 0, into === undefined ? 'card' : 'card-frame')),
    'reading-settings': async (_, sender) => readingSettingsFor(sender, await settings.read()),
  };
  const answerPage = createRouter(pageProtocol, handlers, (_, error) => reportError(error));

  // Listeners have to stand by before this script's first run ends, or what woke the background is lost on it.
  listenInBackground((message, sender) => answerPage(message, sender) ?? work().then(({ answer }) => answer(message, sender)));
  settings.onChanged((changed) => tell({ kind: 'settings-changed', settings: changed }));
  onSitePermissionsChanged(() => tell({ kind: 'permissions-changed' }));
  onContextMenu((choice, click) => tell({ kind: 'menu', choice, click }));
  onAlarm((name) => tell({ kind: 'alarm', name }));
  onBrowserStart(() => tell({ kind: 'browser-started' }));
  onInstalled((installed) => tell({ kind: 'installed', installed }));
  inBackground(closeToContentScripts());
  inBackground(keepAlarm(housekeeping.alarm, housekeeping.everyMinutes));

  async function keepRead(page: ReadPage): Promise<void> {
    if ((await settings.read()).keepRead) await happened({ kind: 'page-read', page });
  }

  async function happened(event: BackgroundEvent): Promise<void> {
    const { handle } = await work();
    await handle(event);
  }

  function tell(event: BackgroundEvent): void {
    inBackground(happened(event));
  }
});

/** Nobody waits for it; a failure goes where the browser shows the extension's errors. */
function inBackground(work: Promise<unknown>): void {
  work.catch((error: unknown) => reportError(error));
}
