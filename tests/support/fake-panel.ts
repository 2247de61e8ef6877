import { vi } from 'vitest';
import type { EntityCoverage, EntityInFull, PanelAsk, PanelService, PanelServices, ReportPage } from '../../components/panel/panel-services';
import type { Watch } from '../../components/watch';
import { succeed } from '../../lib/errors/failure';
import type { PageReport } from '../../lib/messaging/protocol';
import { fakeReadingServices } from './fake-services';

export const sessionsInFull: EntityInFull = {
  state: 'ready',
  entity: { id: 'jeff-sessions', name: 'Jeff Sessions', kind: 'person', description: 'US Attorney General', aliases: ['Sessions', 'Attorney General Sessions'] },
  attention: 'usual',
  articles: 4,
  timeline: {
    step: 'month',
    bars: [
      { from: '2017-01-01T00:00:00Z', to: '2017-02-01T00:00:00Z', articles: 1 },
      { from: '2017-02-01T00:00:00Z', to: '2017-03-01T00:00:00Z', articles: 0 },
      { from: '2017-03-01T00:00:00Z', to: '2017-04-01T00:00:00Z', articles: 3 },
    ],
  },
  outlets: [
    { outlet: 'Sample Post', articles: 3, bars: [1, 0, 2] },
    { outlet: 'Sample Wire', articles: 1, bars: [0, 0, 1] },
  ],
  first: { id: 'hearing', title: 'Nominee denies contacts', outlet: 'Sample Post', url: 'http://post.test/hearing', published: '2017-01-10T18:00:00Z' },
  last: { id: 'meetings', title: 'Two meetings', outlet: 'Sample Wire', url: 'http://wire.test/meetings', published: '2017-03-02T18:00:00Z' },
};

export const sessionsCoverage: EntityCoverage = {
  state: 'ready',
  entity: { id: 'jeff-sessions', name: 'Jeff Sessions', kind: 'person' },
  before: {
    items: [
      { title: 'Nominee denies contacts', outlet: 'Sample Post', url: 'http://post.test/hearing', published: '2017-01-10T18:00:00Z', reason: 'this page goes back to January', alsoIn: [], isNew: false },
      { title: 'Two meetings', outlet: 'Sample Wire', url: 'http://wire.test/meetings', published: '2017-03-02T18:00:00Z', reason: 'also names Sergey Kislyak', alsoIn: [], isNew: true },
    ],
    total: 2,
  },
  since: { items: [], total: 0 },
  said: { items: [{ text: 'I did not have communications with them.', said: '2017-01-10T18:00:00Z', outlet: 'Sample Post', url: 'http://post.test/hearing', title: 'Nominee denies contacts' }], total: 1 },
  fresh: 1,
  isFollowed: false,
  published: '2017-03-14T00:00:00Z',
};

const marchReports: ReportPage = {
  state: 'ready',
  items: [{ id: 'meetings', title: 'Two meetings', outlet: 'Sample Wire', url: 'http://wire.test/meetings', published: '2017-03-02T18:00:00Z' }],
};

/** A panel beside a page, whose background answers with the above. `ask` is what a card would do. */
export function fakePanelServices(report: PageReport) {
  const reading = fakeReadingServices(report);
  const listeners = new Set<Parameters<Watch<PanelAsk>>[0]>();
  const panel = {
    watchAsks: (listener: Parameters<Watch<PanelAsk>>[0]) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    settleAsk: vi.fn<PanelService['settleAsk']>(),
    entity: vi.fn<PanelService['entity']>(() => Promise.resolve(succeed(sessionsInFull))),
    coverage: vi.fn<PanelService['coverage']>(() => Promise.resolve(succeed(sessionsCoverage))),
    reports: vi.fn<PanelService['reports']>(() => Promise.resolve(succeed(marchReports))),
    story: vi.fn<PanelService['story']>(() => Promise.resolve(succeed({ state: 'ready' as const, articles: [], near: [], total: 0 }))),
    placeInStory: vi.fn<PanelService['placeInStory']>(() => Promise.resolve(succeed(undefined))),
    joinStories: vi.fn<PanelService['joinStories']>(() => Promise.resolve(succeed(['s7']))),
    partStories: vi.fn<PanelService['partStories']>(() => Promise.resolve(succeed(undefined))),
    wasRead: vi.fn<PanelService['wasRead']>(),
    others: vi.fn<PanelService['others']>(() => Promise.resolve(succeed([{ id: 'pete', name: 'Pete Sessions', description: 'representative of Texas' }]))),
    change: vi.fn<PanelService['change']>((changes) => Promise.resolve(succeed(changes))),
  };
  const services = { ...reading.services, panel, locales: ['en-GB'] } satisfies PanelServices;
  return { services, tabs: reading.tabs, ask: (ask: PanelAsk) => listeners.forEach((listener) => listener(succeed(ask))) };
}
