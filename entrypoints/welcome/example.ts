import { mountCard } from '../../components/card/mount-card';
import { putCard } from '../../lib/card/card-slot';
import type { CoverageAnswer } from '../../lib/card/card-content';
import { compileGazetteer } from '../../lib/gazetteer/compile-gazetteer';
import { openGazetteer } from '../../lib/gazetteer/open-gazetteer';
import { CoverageCounts } from '../../lib/linking/coverage-evidence';
import { aliasEntries } from '../../lib/linking/alias-entries';
import type { Entity } from '../../lib/model/entity';
import { annotatePage } from '../../lib/page/annotate-page';
import { runCard } from '../../lib/page/run-card';
import type { CardPage } from '../../lib/page/run-card';
import { annotatePage as findNames } from '../../lib/services/annotate-page';

const entities: readonly Entity[] = [
  { id: 'example:ada', name: 'Ada Lindqvist', kind: 'person', aliases: [], description: 'Mayor of Harbourton', popularity: 0.9 },
  { id: 'example:council', name: 'Brook Valley Council', kind: 'organisation', aliases: [], description: 'Council of the valley’s nine towns', popularity: 0.9 },
];

const coverage: Readonly<Record<string, CoverageAnswer>> = {
  'example:ada': {
    state: 'ready',
    before: {
      total: 2,
      items: [
        { title: 'Mayor shows plan for flood walls', outlet: 'Sample Post', url: 'https://example.com/', published: '2017-01-18T09:00:00Z', reason: 'the early version of the plan in today’s report' },
        { title: 'Lindqvist wins second term in Harbourton', outlet: 'Sample Herald', url: 'https://example.com/', published: '2016-05-09T20:00:00Z', reason: 'when she promised the walls' },
      ],
    },
    since: { total: 0, items: [] },
  },
  'example:council': {
    state: 'ready',
    before: {
      total: 1,
      items: [
        { title: 'Nine towns agree on a common budget', outlet: 'Sample Wire', url: 'https://example.com/', published: '2016-11-30T11:00:00Z', reason: 'the money that today’s question is about' },
      ],
    },
    since: { total: 0, items: [] },
  },
};

const tried = { undo: () => Promise.resolve(true) };

/** The annotator, the linker and the card, over this very page and a knowledge of its own, until the signal fires. */
export function startExample(signal: AbortSignal): void {
  const opened = openGazetteer(compileGazetteer(entities.flatMap((entity, number) => aliasEntries(entity, number))));
  if (!opened.ok) return;
  const gazetteer = opened.value;
  const knowledge = {
    version: 1,
    base: 1,
    names: gazetteer.names,
    spot: (text: string) => gazetteer.spot(text),
    entities: (numbers: Iterable<number>) =>
      Promise.resolve(new Map([...numbers].flatMap((number) => (entities[number] ? [[number, entities[number]] as const] : [])))),
  };
  const ports = {
    knowledge: () => Promise.resolve(knowledge),
    evidence: () => Promise.resolve(() => new CoverageCounts()),
    corrections: () => Promise.resolve([]),
    attention: () => Promise.resolve({ followed: new Set<string>(), muted: new Set<string>() }),
    news: () => Promise.resolve(() => Promise.resolve(new Set<string>())),
  };
  putCard((page: CardPage) =>
    runCard(page, {
      mountCard,
      askCoverage: (entity) => Promise.resolve(coverage[entity] ?? { state: 'failed', failure: { kind: 'not-found' } }),
      findNames: () => Promise.resolve({ state: 'nothing-known' }),
      openSources: () => document.getElementById('choose')?.scrollIntoView(),
      // Nothing is kept of what is tried out here.
      openPanel: () => Promise.resolve(false),
      readAbout: () => undefined,
      follow: () => Promise.resolve(tried),
      mute: () => Promise.resolve(tried),
      others: () => Promise.resolve([]),
      correct: () => Promise.resolve(tried),
    }),
  );
  const page = annotatePage({
    window,
    signal,
    findNames: (facts, blocks) => findNames({ page: facts, blocks }, ports),
    bringCard: () => Promise.resolve(true),
  });
  page.readAnyway();
}
