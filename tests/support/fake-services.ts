import { vi } from 'vitest';
import type { CoverageSize, ListedImport, ListedPack, ListedSite, ListedSource, OptionsServices, PopupServices, ReadingServices, ShownTab } from '../../components/services';
import { succeed } from '../../lib/errors/failure';
import type { PageReport } from '../../lib/messaging/protocol';
import type { FeedPreview } from '../../lib/messaging/source-protocol';
import { allSites } from '../../lib/settings/sites';
import { fakeBase, fakeNames, fakeSettings, fakeStorage } from './fake-names';
import { fakeWatch } from './fake-watch';

export const now = new Date('2017-11-14T14:00:00Z');

export function sourceOf(facts: Partial<ListedSource> & { readonly title: string }): ListedSource {
  const id = facts.title.toLowerCase().replaceAll(' ', '-');
  return { id, url: `http://${id}.test/feed`, added: '2017-01-01T00:00:00Z', articles: 12, ...facts };
}

export function previewOf(url: string): FeedPreview {
  return { url, title: 'Sample Post', articles: 12, newest: [{ title: 'Kislyak goes home', published: '2017-11-14T10:00:00Z' }], others: [] };
}

/** Everything that the options page works with. What is added and removed is kept in its lists. */
export function fakeOptionsServices() {
  const sources = fakeWatch<readonly ListedSource[]>([]);
  const packs = fakeWatch<readonly ListedPack[]>([]);
  const sites = fakeWatch<readonly ListedSite[]>([]);
  const pageSites = fakeWatch<readonly string[]>([]);
  const imports = fakeWatch<readonly ListedImport[]>([]);
  const coverage = fakeWatch<CoverageSize>({ articles: 1_204, megabytes: 3.4 });
  const names = fakeNames();
  const { base, state } = fakeBase();
  const updates = fakeWatch<string | undefined>(undefined);
  const removed = new Map<string | number, ListedSource | ListedPack>();

  const services = {
    sources: {
      watch: sources.watch,
      add: vi.fn<OptionsServices['sources']['add']>((address) => {
        sources.set([...sources.value(), sourceOf({ title: 'Sample Post', url: address })]);
        return Promise.resolve(succeed({ title: 'Sample Post', articles: 12 }));
      }),
      refresh: vi.fn<OptionsServices['sources']['refresh']>(() => Promise.resolve(succeed({ newArticles: 2, failed: 0 }))),
      preview: vi.fn<OptionsServices['sources']['preview']>((address) =>
        Promise.resolve(succeed(previewOf(address))),
      ),
      addAll: vi.fn<OptionsServices['sources']['addAll']>((added) => {
        const fresh = added.map(({ url, title, folder }) => sourceOf({ url, title, folder, articles: 0 }));
        sources.set([...sources.value(), ...fresh]);
        return Promise.resolve(succeed({ ids: fresh.map(({ id }) => id), notAllowed: 0 }));
      }),
      change: vi.fn<OptionsServices['sources']['change']>(({ id }, changes) => {
        sources.set(sources.value().map((one) => (one.id === id ? { ...one, ...changes } : one)));
        return Promise.resolve(succeed(undefined));
      }),
      watchPageSites: () => pageSites.watch,
      remove: vi.fn<OptionsServices['sources']['remove']>((ids) => {
        for (const source of sources.value()) if (ids.includes(source.id)) removed.set(source.id, source);
        sources.set(sources.value().filter(({ id }) => !ids.includes(id)));
        return Promise.resolve(succeed(undefined));
      }),
      restore: vi.fn<OptionsServices['sources']['restore']>((ids) => {
        const back = ids.flatMap((id) => {
          const source = removed.get(id);
          return source && 'url' in source ? source : [];
        });
        sources.set([...sources.value(), ...back]);
        return Promise.resolve(succeed(back.length === ids.length));
      }),
    },
    knowledge: {
      watch: packs.watch,
      watchCoverage: coverage.watch,
      watchImports: imports.watch,
      goOn: vi.fn<OptionsServices['knowledge']['goOn']>((id) => {
        const title = imports.value().find((one) => one.id === id)?.title ?? '';
        imports.set(imports.value().filter((one) => one.id !== id));
        return Promise.resolve(succeed({ title, items: 3, badLines: { total: 0, listed: [] } }));
      }),
      giveUp: vi.fn<OptionsServices['knowledge']['giveUp']>((id) => {
        imports.set(imports.value().filter((one) => one.id !== id));
        return Promise.resolve(succeed(undefined));
      }),
      importPack: vi.fn<OptionsServices['knowledge']['importPack']>(),
      importCoverage: vi.fn<OptionsServices['knowledge']['importCoverage']>(),
      saveCoverage: vi.fn<OptionsServices['knowledge']['saveCoverage']>(() => Promise.resolve(succeed({ fileName: 'articles.jsonl.gz', articles: 1_234 }))),
      saveEverything: vi.fn<OptionsServices['knowledge']['saveEverything']>(() => Promise.resolve(succeed({ fileName: 'all.jsonl.gz' }))),
      restoreEverything: vi.fn<OptionsServices['knowledge']['restoreEverything']>(),
      removePack: vi.fn<OptionsServices['knowledge']['removePack']>((key) => {
        const pack = packs.value().find((one) => one.key === key);
        if (pack) removed.set(key, pack);
        packs.set(packs.value().filter((one) => one.key !== key));
        return Promise.resolve(succeed(undefined));
      }),
      restorePack: vi.fn<OptionsServices['knowledge']['restorePack']>((key) => {
        const pack = removed.get(key);
        if (pack && 'key' in pack) packs.set([...packs.value(), pack]);
        return Promise.resolve(succeed(pack !== undefined));
      }),
    },
    sites: fakeSites(sites),
    base,
    names: names.names,
    settings: fakeSettings(),
    storage: fakeStorage(),
    updates: { watch: updates.watch, dismiss() {
        updates.set(undefined);
        return Promise.resolve();
      },
    },
    now: () => now,
    locales: ['en-GB'],
    version: '0.1.0',
  };
  return { services: services satisfies OptionsServices, lists: { sources, packs, sites, imports, coverage, pageSites }, names, updates, base: state };
}

function fakeSites(sites: ReturnType<typeof fakeWatch<readonly ListedSite[]>>) {
  const without = (pattern: string) => sites.value().filter((site) => site.pattern !== pattern);
  const switchOff = (pattern: string) => {
    sites.set(without(pattern));
    return Promise.resolve(succeed(undefined));
  };
  return {
    watch: sites.watch,
    switchOn: vi.fn<OptionsServices['sites']['switchOn']>((pattern) => {
      sites.set([...without(pattern), { pattern, isAllowed: true }]);
      return Promise.resolve(succeed(undefined));
    }),
    switchOff: vi.fn<OptionsServices['sites']['switchOff']>(switchOff),
    switchAllOn: vi.fn<OptionsServices['sites']['switchAllOn']>(() => {
      sites.set([...sites.value(), ...allSites.map((pattern) => ({ pattern, isAllowed: true }))]);
      return Promise.resolve(succeed(undefined));
    }),
    switchAllOff: vi.fn<OptionsServices['sites']['switchAllOff']>(() => {
      sites.set(sites.value().filter(({ pattern }) => !allSites.includes(pattern)));
      return Promise.resolve(succeed(undefined));
    }),
    switchManyOn: vi.fn<OptionsServices['sites']['switchManyOn']>((patterns) => {
      sites.set([...sites.value(), ...patterns.map((pattern) => ({ pattern, isAllowed: true }))]);
      return Promise.resolve(succeed(undefined));
    }),
    forget: vi.fn<OptionsServices['sites']['forget']>(switchOff),
    remove: vi.fn<OptionsServices['sites']['remove']>(switchOff),
  };
}

/** A tab in front of the popup, and what the page in it answers. */
export function fakeReadingServices(report: PageReport, tab: ShownTab | undefined = { id: 7, url: 'http://herald.test/story' }) {
  const tabs = fakeWatch<ShownTab | undefined>(tab);
  const settings = fakeSettings();
  const sites = fakeWatch<readonly ListedSite[]>([]);
  const { base, state } = fakeBase();
  const services = {
    pages: {
      watchTab: tabs.watch,
      report: vi.fn<ReadingServices['pages']['report']>(() => Promise.resolve(report)),
      reveal: vi.fn<ReadingServices['pages']['reveal']>(() => Promise.resolve(succeed(undefined))),
      findFeeds: vi.fn<ReadingServices['pages']['findFeeds']>(() => Promise.resolve(succeed([]))),
      previewFeed: vi.fn<ReadingServices['pages']['previewFeed']>((url) => Promise.resolve(succeed(previewOf(url)))),
      wantedFeed: vi.fn<ReadingServices['pages']['wantedFeed']>(() => Promise.resolve(undefined)),
      followFeed: vi.fn<ReadingServices['pages']['followFeed']>(() => Promise.resolve(succeed({ title: 'Sample Post' }))),
      annotateOnce: vi.fn<ReadingServices['pages']['annotateOnce']>(() => Promise.resolve(succeed(undefined))),
    },
    sites: fakeSites(sites),
    settings,
    base,
    isPrivate: false,
    locales: ['en-GB'],
  };
  return { services: services satisfies PopupServices, tabs, sites, settings, base: state };
}
