import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createClient } from '../lib/messaging/client';
import { annotatorReplies, tabRequests } from '../lib/messaging/annotator-protocol';
import type { contentProtocol, tabProtocol } from '../lib/messaging/content-protocol';
import { done, failed } from '../lib/messaging/replies';
import { createRouter } from '../lib/messaging/router';
import { annotatePage } from '../lib/page/annotate-page';
import { claimPage } from '../lib/page/claim-page';
import { watchConnection } from '../lib/page/watch-connection';
import { contentTransport, isConnected } from '../lib/platform/content-transport';
import { listenInTab } from '../lib/platform/tab-listener';

const notFound = failed({ kind: 'not-found' });

/** Runs in the isolated world of every page that the reader allowed, and of one that is annotated this once. */
export default defineUnlistedScript(() => {
  const claim = claimPage(globalThis, isConnected);
  if (!claim) return;
  const { signal, leave } = claim;
  const ask = createClient<Pick<typeof contentProtocol, keyof typeof annotatorReplies>>(annotatorReplies, contentTransport);

  const annotated = annotatePage({
    window,
    signal,
    findNames: (page, blocks) => ask('annotate-page', { page, blocks: [...blocks] }),
    bringCard: async () => (await ask('bring-card', {})).state === 'done',
    cameBack: () => void followSettings(true),
  });

  /** Brought for this page alone, where its site is not switched on. */
  let isOnce = false;

  async function followSettings(isBack: boolean): Promise<void> {
    const reply = await ask('reading-settings', {});
    if (reply.state !== 'ready') return;
    if (isBack && !reply.isSiteOn && !isOnce) leave();
    else {
      annotated.configure(reply.settings);
      if (isBack) annotated.lookAgain();
    }
  }

  void followSettings(false);
  const route = createRouter<typeof tabProtocol>(
    tabRequests,
    {
      'report-page': () => annotated.report(),
      'reveal-entity': ({ entity }) => (annotated.reveal(entity) ? done : notFound),
      'read-anyway': () => {
        isOnce = true;
        annotated.readAnyway();
        return done;
      },
      'settings-changed': (settings) => {
        annotated.configure(settings);
        return done;
      },
      'look-up': () => {
        annotated.lookUp();
        return done;
      },
      'look-again': () => {
        annotated.lookAgain();
        return done;
      },
      'leave-page': () => {
        leave();
        return done;
      },
    },
    // The reply says that it went wrong; there is nobody here to tell more.
    () => undefined,
  );
  listenInTab(route, signal);
  watchConnection(window, { isThere: isConnected, kept: annotated.restore, lost: leave, signal });
});
