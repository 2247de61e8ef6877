import { defineBackground } from 'wxt/utils/define-background';
import { succeed } from '../lib/errors/failure';
import type { Result } from '../lib/errors/failure';
import { coverageRequests } from '../lib/messaging/coverage-requests';
import { forPages } from '../lib/messaging/for-pages';
import { lossRequests } from '../lib/messaging/loss-requests';
import { backgroundProtocol } from '../lib/messaging/protocol';
import { readerRequests } from '../lib/messaging/reader-requests';
import { done, failed, replyTo, type FailedReply } from '../lib/messaging/replies';
import { createRouter } from '../lib/messaging/router';
import type { Handlers } from '../lib/messaging/router';
import { sourceRequests } from '../lib/messaging/source-requests';
import type { KnowledgeChange } from '../lib/model/entity-edit';
import { keepAlarm, onAlarm, ringOnce } from '../lib/platform/alarms';
import { listenInBackground } from '../lib/platform/background-listener';
import { injectAnnotator, injectCard, registerAnnotator, registeredSites } from '../lib/platform/content-scripts';
import { createContextMenu, onContextMenu } from '../lib/platform/context-menu';
import { createFetchPorts } from '../lib/platform/feed-fetch';
import { greetIn } from '../lib/platform/greeting';
import { annotateOnce, doFromMenu, leavePage, lookAgainInTabs, readingSettingsFor, tellTabs } from '../lib/platform/open-pages';
import { onBrowserStart, onInstalled, yieldToEvents } from '../lib/platform/lifecycle';
import { openPanel } from '../lib/platform/panel';
import { closeToContentScripts, secondCopy } from '../lib/platform/second-copy';
import { askPanel } from '../lib/platform/panel-asks';
import { createSettingsStore } from '../lib/platform/settings-store';
import { grantedOf, onSitePermissionsChanged } from '../lib/platform/site-permissions';
import { feedsOfTab } from '../lib/platform/tab-feeds';
import { openOptionsPage, tabsAt, tabsOutOfSight } from '../lib/platform/tabs';
import type { AddPorts } from '../lib/services/add-source';
import { annotatePage } from '../lib/services/annotate-page';
import { fetchFullTexts } from '../lib/services/fetch-full-texts';
import { followSites } from '../lib/services/follow-sites';
import { createTurns } from '../lib/services/in-turn';
import { gatherArticles } from '../lib/services/gather-articles';
import type { GatherMemory } from '../lib/services/gather-articles';
import { indexArticles } from '../lib/services/index-articles';
import { keepCopy, type SafeKeeping } from '../lib/services/keep-safe';
import { readArticle, type ReadPage } from '../lib/services/read-article';
import { refreshSources } from '../lib/services/refresh-sources';
import type { RefreshPorts } from '../lib/services/refresh-sources';
import { alone } from '../lib/storage/alone';
import { readAttention, saveChanges } from '../lib/storage/entity-edits';
import { resumeImports } from '../lib/storage/import-jobs';
import { openDatabase } from '../lib/storage/open-database';
import { storeReadArticle } from '../lib/storage/read-articles';
import { makeRoom, withRoom } from '../lib/storage/retention';
import { storageFailure } from '../lib/storage/storage-failure';
import { storesOf, type Stores } from '../lib/storage/stores';
import { tidy } from '../lib/storage/tidy';
import { updateOverlay, updateOverlaySometimes } from '../lib/storage/update-overlay';

const housekeeping = { alarm: 'housekeeping', everyMinutes: 5 };
const catchingUp = { alarm: 'catching-up', afterMinutes: 1 };

/**
 * Everything here is put together anew each time the browser wakes the background, and nothing in it outlives that but
 * as a cache: what counts is in IndexedDB, in `storage.local` and in what the browser has registered.
 */
export default defineBackground(() => {
  const settings = createSettingsStore();
  const inTurn = createTurns();
  const indexInTurn = createTurns();
  const keepInTurn = createTurns();
  let gatherMemory: GatherMemory = {};
  const fetching = createFetchPorts();
  const found: AddPorts['found'] = new Map();
  let opened: Promise<Result<Stores>> | undefined;

  const handlers: Handlers<typeof backgroundProtocol> = {
    ...readerRequests({ save: changeKnowledge, chance: () => Math.random() }),
    'annotate-page': (request, { isPrivate = true }) =>
      withStores((stores) => {
        const { database, knowledge, indexing, corrections } = stores;
        if (!isPrivate) inBackground(keepRead(stores, request));
        return annotatePage(request, {
          knowledge: knowledge.current,
          evidence: indexing.memory.evidence,
          corrections: corrections.list,
          attention: () => readAttention(database),
        });
      }),
    ...coverageRequests((use) =>
      withStores(({ database, coverage, reports, knowledge }) =>
        use({ coverage, reports, entities: knowledge, knowledge: knowledge.current, attention: () => readAttention(database) }),
      ),
    ),
    'open-panel': async ({ entity }, { tabId }) => {
      if (tabId === undefined) return failed({ kind: 'not-possible-here' });
      // At once: the reader's click counts only until something is awaited.
      const [isOpen] = await Promise.all([openPanel(tabId), askPanel({ tabId, entity })]);
      return replyTo(isOpen);
    },
    'bring-card': async (_, { tabId, frameId }) =>
      tabId === undefined ? failed({ kind: 'not-possible-here' }) : replyTo(await injectCard(tabId, frameId ?? 0)),
    'reading-settings': async (_, sender) => readingSettingsFor(sender, await settings.read()),
    'open-sources': async () => {
      await openOptionsPage();
      return done;
    },
    ...sourceRequests({
      use: (answer) => withStores((stores) => answer(addPorts(stores))),
      onArticles: () => {
        inBackground(withStores(index));
        inBackground(keepSafe());
      },
      onSources: () => inBackground(askSources()),
      feedsOfTab,
    }),
    ...lossRequests({
      use: (answer) => withStores((stores) => keepInTurn(() => answer(keepingOf(stores)))),
      onRestored() {
        inBackground(askSources());
        inBackground(withStores(follows));
      },
    }),
    'knowledge-changed': forPages(() =>
      withStores(async (stores) => {
        await resume(stores);
        await follows(stores);
        return done;
      }),
    ),
    'annotate-once': forPages(async ({ tabId }) => replyTo(await annotateOnce(tabId))),
    'sites-changed': forPages(async () => {
      await follow();
      return done;
    }),
  };

  // Listeners have to stand by before this script's first run ends, or what woke the background is lost on it.
  listenInBackground(createRouter(backgroundProtocol, handlers, (_, error) => reportError(error)));
  settings.onChanged((changed) => inBackground(tellTabs(changed)));
  onSitePermissionsChanged(() => inBackground(follow()));
  // From the browser's own menu, which only the reader can reach.
  const addName = (name: string) => handlers['add-name']({ name, aliases: [] }, { isExtensionPage: true });
  onContextMenu((choice, click) => inBackground(doFromMenu(choice, click, addName)));
  onAlarm(housekeeping.alarm, () => inBackground(keepHouse()));
  onAlarm(catchingUp.alarm, () => inBackground(askSources()));
  onBrowserStart(() => inBackground(follow()));
  onInstalled((reason) => {
    for (const work of [greetIn(reason), createContextMenu(), follow({ isFresh: true })]) inBackground(work);
  });
  inBackground(closeToContentScripts());
  inBackground(keepAlarm(housekeeping.alarm, housekeeping.everyMinutes));

  async function withStores<Reply>(use: (stores: Stores) => Promise<Reply>): Promise<Reply | FailedReply> {
    const stores = await openStores();
    if (!stores.ok) return failed(stores.failure);
    try {
      return await use(stores.value);
    } catch (error) {
      const failure = storageFailure(error);
      if (failure.kind === 'unexpected') throw error;
      return failed(failure);
    }
  }

  /** One that could not be opened is tried again with the next request. */
  async function openStores(): Promise<Result<Stores>> {
    opened ??= openDatabase(undefined, { onGone: forget }).then((database) => (database.ok ? succeed(storesOf(database.value)) : database));
    const stores = await opened;
    if (!stores.ok) opened = undefined;
    return stores;
  }

  /** What was read from a database that is gone says nothing of the one that takes its place. */
  function forget(): void {
    opened = undefined;
    gatherMemory = {};
  }

  function keepingOf({ marked }: Stores): SafeKeeping {
    return { base: marked, copy: secondCopy, now: new Date(), chance: () => Math.random() };
  }

  async function keepSafe(): Promise<void> {
    const stores = await openStores();
    if (stores.ok) await keepInTurn(() => keepCopy(keepingOf(stores.value)));
  }

  function index(stores: Stores): Promise<number> {
    const { database, indexing, knowledge, corrections } = stores;
    return indexInTurn(async () => {
      const linked = await indexArticles({
        ...indexing,
        // What was learned from one batch is known a few batches later at the latest.
        knowledge: async () => {
          await updateOverlaySometimes(database);
          return knowledge.current();
        },
        corrections: corrections.list,
        pause: yieldToEvents,
      });
      await gather(stores);
      return linked;
    });
  }

  /** Who is quoted, and what reports one event: found behind linking, since it takes the names from there. */
  function gather({ gathered, knowledge }: Stores): Promise<number> {
    const base = async (): Promise<number> => (await knowledge.current())?.base ?? 0;
    return gatherArticles({ ...gathered, entities: knowledge.entities, base, pause: yieldToEvents }, gatherMemory);
  }

  async function changeKnowledge(changes: readonly KnowledgeChange[]): Promise<Result<KnowledgeChange[]>> {
    const stores = await openStores();
    if (!stores.ok) return stores;
    const saved = await withRoom(stores.value.database, () => saveChanges(stores.value.database, changes, new Date().toISOString()));
    if (!saved.ok) return saved;
    await updateOverlay(stores.value.database);
    inBackground(follows(stores.value));
    return saved;
  }

  /** What is known has changed: open pages, the second copy and articles follow. */
  async function follows(stores: Stores): Promise<void> {
    inBackground(lookAgainInTabs());
    inBackground(keepSafe());
    await index(stores);
  }

  function resume({ database }: Stores): Promise<number> {
    return resumeImports(database, { ...importPorts, makeRoom: () => makeRoom(database) });
  }

  async function keepRead(stores: Stores, page: ReadPage): Promise<void> {
    if (!(await settings.read()).keepRead) return;
    const article = readArticle(page);
    if (article) await storeReadArticle(stores.database, article);
  }

  async function keepHouse(): Promise<void> {
    const stores = await openStores();
    // It says so where the reader sees it; an alarm has nobody to tell.
    if (!stores.ok) return;
    if ((await resume(stores.value)) > 0) inBackground(lookAgainInTabs());
    await askSources();
    await tidy(stores.value.database, new Date(), (await settings.read()).keep);
    await keepSafe();
  }

  /** A round of what is due. What one round leaves, as after a week's sleep, has another soon. */
  async function askSources(): Promise<void> {
    const stores = await openStores();
    if (!stores.ok) return;
    const { left } = await refreshSources(refreshPorts(stores.value));
    await keepSafe();
    // Each page is asked for once, and not while nobody could answer.
    if (navigator.onLine) await fetchFullTexts({ ...fetching, texts: stores.value.texts });
    if (left > 0) await ringOnce(catchingUp.alarm, catchingUp.afterMinutes);
    await index(stores.value);
  }

  function refreshPorts({ sources, articles }: Stores): RefreshPorts {
    return { ...fetching, sources, articles, chance: () => Math.random(), isOnline: () => navigator.onLine };
  }

  function addPorts(stores: Stores): AddPorts {
    return { ...refreshPorts(stores), found };
  }

  function follow(how?: { readonly isFresh: boolean }): Promise<void> {
    return inTurn(() =>
      followSites({
        chosen: async () => {
          const { on, off = [] } = (await settings.read()).sites;
          return { matches: on, never: off };
        },
        granted: grantedOf,
        registered: registeredSites,
        register: registerAnnotator,
        tabsAt,
        tabsOutOfSight,
        enter: injectAnnotator,
        leave: leavePage,
      }, how),
    );
  }
});

const importPorts = {
  alone,
  now: () => new Date().toISOString(),
  onProgress: () => inBackground(yieldToEvents()),
};

/** Nobody waits for it; a failure goes where the browser shows the extension's errors. */
function inBackground(work: Promise<unknown>): void {
  work.catch((error: unknown) => reportError(error));
}
