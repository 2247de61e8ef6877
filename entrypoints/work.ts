import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { succeed } from '../lib/errors/failure';
import type { Result } from '../lib/errors/failure';
import { coverageRequests } from '../lib/messaging/coverage-requests';
import { forPages } from '../lib/messaging/for-pages';
import { lossRequests } from '../lib/messaging/loss-requests';
import { workProtocol } from '../lib/messaging/protocol';
import { readerRequests } from '../lib/messaging/reader-requests';
import { done, failed, replyTo, type FailedReply } from '../lib/messaging/replies';
import { createRouter } from '../lib/messaging/router';
import type { Handlers } from '../lib/messaging/router';
import { sourceRequests } from '../lib/messaging/source-requests';
import type { KnowledgeChange } from '../lib/model/entity-edit';
import { ringOnce } from '../lib/platform/alarms';
import { putWork, type BackgroundEvent, type BackgroundWork } from '../lib/platform/background-work';
import { injectAnnotator, registerAnnotator, registeredSites } from '../lib/platform/content-scripts';
import { createContextMenu } from '../lib/platform/context-menu';
import { createFetchPorts } from '../lib/platform/feed-fetch';
import { noteFullDisk } from '../lib/platform/full-disk';
import { greetIn } from '../lib/platform/greeting';
import { yieldToEvents } from '../lib/platform/lifecycle';
import { annotateOnce, doFromMenu, leavePage, lookAgainInTabs, tellTabs } from '../lib/platform/open-pages';
import { secondCopy } from '../lib/platform/second-copy';
import type { SettingsStore } from '../lib/platform/settings-store';
import { grantedOf } from '../lib/platform/site-permissions';
import { feedsOfTab } from '../lib/platform/tab-feeds';
import { openOptionsPage, tabsAt, tabsOutOfSight } from '../lib/platform/tabs';
import type { AddPorts } from '../lib/services/add-source';
import { fetchFullTexts } from '../lib/services/fetch-full-texts';
import { followSites } from '../lib/services/follow-sites';
import { inSteps } from '../lib/services/in-steps';
import { createTurns, oneTurnForAll } from '../lib/services/in-turn';
import { createKeptHostTurns } from '../lib/services/kept-host-turns';
import { gatherArticles, gatheringBeside, type GatherMemory } from '../lib/services/gather-articles';
import { indexArticles } from '../lib/services/index-articles';
import type { HostTurns } from '../lib/services/host-turns';
import { keepCopy, type SafeKeeping } from '../lib/services/keep-safe';
import { readArticle, type ReadPage } from '../lib/services/read-article';
import { refreshSources, type RefreshPorts } from '../lib/services/refresh-sources';
import { wakeAllowed } from '../lib/services/wake-allowed';
import { alone } from '../lib/storage/alone';
import { rebuildKnowledge } from '../lib/storage/change-knowledge';
import { saveChanges } from '../lib/storage/entity-edits';
import { resumeImports } from '../lib/storage/import-jobs';
import { prepareDatabase } from '../lib/storage/open-database';
import { storeReadArticle } from '../lib/storage/read-articles';
import type { ReadingStores } from '../lib/storage/reading-stores';
import { makeRoom, withRoom } from '../lib/storage/retention';
import { answerFailure, storageFailure } from '../lib/storage/storage-failure';
import { createStoresOpener, type Stores } from '../lib/storage/stores';
import { tidy } from '../lib/storage/tidy';
import { isOverlayDue, updateOverlay, updateOverlaySometimes } from '../lib/storage/update-overlay';

/** `background.ts` sets it. */
const housekeeping = 'housekeeping';
const catchingUp = { alarm: 'catching-up', afterMinutes: 1 };

/** What the background does beside annotating pages, brought in when there is something of it to do. */
export default defineUnlistedScript(() => putWork(startWork));

interface WorkPorts {
  readonly open: () => Promise<Result<ReadingStores>>;
  readonly settings: SettingsStore;
}

function startWork({ open, settings }: WorkPorts): BackgroundWork {
  const inTurn = createTurns();
  const indexInTurn = createTurns();
  const keepInTurn = createTurns();
  // Changes come in bunches, and each time the whole copy is written.
  const keepSafe = oneTurnForAll(keepInTurn, async () => {
    const stores = await openStores();
    if (stores.ok) await keepCopy(keepingOf(stores.value));
  });
  const fetching = createFetchPorts();
  const found: AddPorts['found'] = new Map();
  const openForWork = createStoresOpener(open);
  let kept: OpenStores | undefined;

  const reader = readerRequests({ save: changeKnowledge, chance: () => Math.random() });
  const handlers: Handlers<typeof workProtocol> = {
    ...reader,
    ...coverageRequests((use) =>
      withStores(({ coverage, reports, knowledge, attention, gatherMemory }) =>
        use({ coverage, reports, stories: () => gatherMemory.stories, entities: knowledge, knowledge: knowledge.current, attention }),
      ),
    ),
    'open-sources': async () => {
      await openOptionsPage();
      return done;
    },
    ...sourceRequests({
      use: (answer) => withStores((stores) => answer({ ...refreshPorts(stores), found })),
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

  return { answer: createRouter(workProtocol, handlers, (_, error) => reportError(error)), handle: (event) => handle(event).catch(tellFailure), prepare: () => prepareDatabase() };

  async function handle(event: BackgroundEvent): Promise<void> {
    switch (event.kind) {
      case 'alarm':
        await (event.name === housekeeping ? keepHouse() : askSources());
        return noteFullDisk(false);
      case 'permissions-changed':
        await Promise.all([follow(), wakeSources()]);
        return;
      case 'browser-started':
        return follow();
      case 'installed':
        await Promise.all([greetIn(event.installed), createContextMenu(), follow({ isFresh: true })]);
        return;
      case 'settings-changed':
        return tellTabs(event.settings);
      case 'menu':
        return doFromMenu(event.choice, event.click, addName);
      case 'page-read':
        return keepRead(event.page);
      case 'knowledge-damaged': {
        const stores = await openStores();
        if (stores.ok) await rebuildKnowledge(stores.value.database);
      }
    }
  }

  /** From the browser's own menu, which only the reader can reach. */
  function addName(name: string): unknown {
    return reader['add-name']({ name, aliases: [] }, { isExtensionPage: true });
  }

  async function withStores<Reply>(use: (stores: OpenStores) => Promise<Reply>): Promise<Reply | FailedReply> {
    const stores = await openStores();
    return stores.ok ? answerFailure(() => use(stores.value)) : failed(stores.failure);
  }

  async function openStores(): Promise<Result<OpenStores>> {
    const stores = await openForWork();
    if (!stores.ok) return stores;
    // What was read from a database that is gone says nothing of the one that takes its place.
    if (kept?.database === stores.value.database) return succeed(kept);
    kept = { ...stores.value, gatherMemory: {}, hosts: createKeptHostTurns(fetching.hosts, stores.value.hostWaits) };
    return succeed(kept);
  }

  function keepingOf({ marked }: OpenStores): SafeKeeping {
    return { base: marked, copy: secondCopy, now: new Date(), chance: () => Math.random() };
  }

  function index(stores: OpenStores): Promise<number> {
    const { database, indexing, knowledge, corrections, gathered, gatherMemory } = stores;
    // Who is quoted, and what reports one event: found with linking or behind it, since it takes the names from there.
    const gathering = { ...gathered, entities: knowledge.entities, base: knowledge.base, pause: yieldToEvents };
    return indexInTurn(async () => {
      const linked = await indexArticles({
        ...indexing,
        base: () => updateOverlaySometimes(database).then(knowledge.base),
        // What was learned from one batch is known a few batches later at the latest.
        knowledge: async () => {
          await updateOverlaySometimes(database);
          return knowledge.current();
        },
        isDue: (changes) => isOverlayDue(database, changes),
        corrections,
        gathering: gatheringBeside(gathering, gatherMemory),
        pause: yieldToEvents,
      });
      await gatherArticles(gathering, gatherMemory);
      return linked;
    });
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
  async function follows(stores: OpenStores): Promise<void> {
    inBackground(lookAgainInTabs());
    inBackground(keepSafe());
    await index(stores);
  }

  function resume({ database }: OpenStores): Promise<number> {
    const onProgress = (): void => inBackground(yieldToEvents());
    return resumeImports(database, { alone, now: () => new Date().toISOString(), onProgress, makeRoom: () => makeRoom(database), onSettings: (stored) => settings.restore(stored) });
  }

  async function keepRead(page: ReadPage): Promise<void> {
    const article = readArticle(page);
    if (!article) return;
    const stores = await openStores();
    if (stores.ok) await storeReadArticle(stores.value.database, article);
  }

  async function keepHouse(): Promise<void> {
    const stores = await openStores();
    // It says so where the reader sees it; an alarm has nobody to tell.
    if (!stores.ok) return;
    await inSteps([
      async () => (await resume(stores.value)) > 0 && inBackground(lookAgainInTabs()),
      askSources,
      async () => tidy(stores.value.database, { now: new Date(), budget: (await settings.read()).keep, pause: yieldToEvents }),
      keepSafe,
    ], reported);
  }

  /** A round of what is due. What one round leaves, as after a week's sleep, has another soon. */
  async function askSources(): Promise<void> {
    const stores = await openStores();
    if (!stores.ok) return;
    let isSilent = false;
    await inSteps([
      async () => {
        const { refreshed, left } = await refreshSources(refreshPorts(stores.value));
        isSilent = refreshed.length > 0 && refreshed.every(({ failure }) => failure?.kind === 'unreachable');
        if (left > 0) await ringOnce(catchingUp.alarm, catchingUp.afterMinutes);
      },
      keepSafe,
      // Nobody answers now: a later round asks for pages.
      async () => (isSilent ? 0 : fetchFullTexts({ ...fetching, hosts: stores.value.hosts, texts: stores.value.texts })),
      () => index(stores.value),
    ], reported);
  }

  /** A permission may be what some waited for. */
  async function wakeSources(): Promise<void> {
    const stores = await openStores();
    if (stores.ok && (await wakeAllowed(refreshPorts(stores.value))) > 0) await askSources();
  }

  function refreshPorts({ hosts, sources, articles }: OpenStores): RefreshPorts {
    return { ...fetching, hosts, sources, articles, chance: () => Math.random(), isOnline: () => navigator.onLine };
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
}

/** Everything that is done with one database, and what is remembered of it while the background lives. */
type OpenStores = Stores & { readonly gatherMemory: GatherMemory; readonly hosts: HostTurns };

/** Nobody waits for it: a full disk is told to the reader, any other failure where the browser shows the extension's errors. */
function inBackground(work: Promise<unknown>): void {
  work.catch(tellFailure).catch((error: unknown) => reportError(error));
}

/** A failure behind another one, which is told where both come from. */
function reported(error: unknown): Promise<void> {
  return tellFailure(error).catch((unforeseen: unknown) => reportError(unforeseen));
}

async function tellFailure(error: unknown): Promise<void> {
  if (storageFailure(error).kind === 'storage-full') await noteFullDisk(true);
  else throw error;
}
