import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createClient } from '../lib/messaging/client';
import { annotatorReplies, tabRequests } from '../lib/messaging/annotator-protocol';
import type { contentProtocol, tabProtocol } from '../lib/messaging/content-protocol';
import { createRouter } from '../lib/messaging/router';
import { annotatePage } from '../lib/page/annotate-page';
import { claimPage } from '../lib/page/claim-page';
import { watchConnection } from '../lib/page/watch-connection';
import { contentTransport, isConnected } from '../lib/platform/content-transport';
import { listenInTab } from '../lib/platform/tab-listener';

const done = { state: 'done' as const };
const notFound = { state: 'failed' as const, failure: { kind: 'not-found' as const } };

/** Runs in the isolated world of every page that the reader allowed, and of one that is annotated this once. */
export default defineUnlistedScript(() => {
  const claim = claimPage(globalThis);
  if (!claim) return;
  const { signal } = claim;
  const ask = createClient<Pick<typeof contentProtocol, keyof typeof annotatorReplies>>(annotatorReplies, contentTransport);

  const annotated = annotatePage({
    window,
    signal,
    findNames: (page, blocks) => ask('annotate-page', { page, blocks: [...blocks] }),
    bringCard: async () => (await ask('bring-card', {})).state === 'done',
  });

  void ask('reading-settings', {}).then((reply) => {
    if (reply.state === 'ready') annotated.configure(reply.settings);
  });
  const route = createRouter<typeof tabProtocol>(
    tabRequests,
    {
      'report-page': () => annotated.report(),
      'reveal-entity': ({ entity }) => (annotated.reveal(entity) ? done : notFound),
      'read-anyway': () => {
        annotated.readAnyway();
        return done;
      },
      'settings-changed': (settings) => {
        annotated.configure(settings);
        return done;
      },
      'leave-page': () => {
        claim.leave();
        return done;
      },
    },
    // The reply says that it went wrong; there is nobody here to tell more.
    () => undefined,
  );
  listenInTab(route, signal);
  watchConnection(window, { isConnected, lost: claim.leave, signal });
});
