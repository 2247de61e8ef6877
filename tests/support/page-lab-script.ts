import { annotatePage } from '../../lib/page/annotate-page';
import type { AnnotatedPage } from '../../lib/page/annotate-page';
import { createHitTest } from '../../lib/page/hit-test';
import { isDeclaredArticle, readsLikeArticle } from '../../lib/page/is-article';
import { keepAnnotated } from '../../lib/page/keep-annotated';
import type { FindNames } from '../../lib/page/keep-annotated';
import { createMarks, rangeOf, rectsOf } from '../../lib/page/mark-ranges';
import { describePage, readPageFacts } from '../../lib/page/page-facts';
import { readBlocks } from '../../lib/page/read-blocks';
import { ReadMemory } from '../../lib/page/read-memory';
import type { ArticleText, Block } from '../../lib/page/read-blocks';
import { watchChanges } from '../../lib/page/watch-changes';
import { runCard } from '../../lib/page/run-card';
import type { CardPage } from '../../lib/page/run-card';
import { putCard } from '../../lib/card/card-slot';
import type { CardHandlers, CardView } from '../../lib/card/card-slot';
import type { EntityKind } from '../../lib/model/entity';
import type { OpenCard } from '../../lib/card/card-state';
import { defaultReading } from '../../lib/settings/reading-settings';
import type { ReadingSettings } from '../../lib/settings/reading-settings';
import { compareWithGold } from './article-gold';
import type { ArticleGold } from './article-gold';

/** What the tests of `lib/page` find as `lab` in the page. */
export const lab = {
  annotatePage, createHitTest, createMarks, keepAnnotated, rangeOf, rectsOf, watchChanges,

  /** Reads the article to the end at once. */
  read(): ArticleText | undefined {
    const steps = readBlocks(document, { memory: new ReadMemory(), met: () => undefined });
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  },

  texts(): string[] {
    return lab.read()?.blocks.map(({ text }) => text) ?? [];
  },

  isArticle(): boolean {
    const article = lab.read();
    return isDeclaredArticle(document, describePage(document)) ?? (article !== undefined && readsLikeArticle(article));
  },

  facts: (nowMs: number) => readPageFacts(document, describePage(document), nowMs),

  /** How what is read compares with what somebody marked as the article by hand; in words. */
  compareWithGold: (gold: ArticleGold) => compareWithGold(gold, lab.read()?.blocks ?? []),

  /** The range of the nth place where this text stands in a block. */
  rangeOfText(text: string, nth = 0): StaticRange {
    const places = placesOf(text, lab.read()?.blocks ?? []);
    const place = places[nth];
    const range = place && rangeOf(place.block, place.start, place.end);
    if (!range) throw new Error(`“${text}” stands in no block`);
    return range;
  },

  /** What the browser itself takes a range to hold. */
  textOf(range: AbstractRange): string {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  },

  painted(name = 'sidelight', view: typeof globalThis = globalThis): string[] {
    return [...(view.CSS.highlights.get(name) ?? [])].map((range) => lab.textOf(range));
  },

  /** Finds these names wherever they are written so, in place of the background. */
  finder(names: Readonly<Record<string, string>>, kinds: Readonly<Record<string, EntityKind>> = {}): FindNames & { readonly asked: string[][] } {
    const asked: string[][] = [];
    const find: FindNames = (_page, texts) => {
      asked.push([...texts]);
      const ids = Object.keys(names);
      const entities = ids.map((id) => ({ id, name: names[id] ?? id, kind: kinds[id] }));
      const blocks = texts.map((text) => ({ text, isHeading: false, pieces: [] }));
      const annotations = ids.flatMap((id, entity) =>
        placesOf(names[id] ?? id, blocks).map(({ index, start, end }) => ({ block: index, start, end, entity, confidence: 0.9 })),
      );
      return Promise.resolve({ state: 'ready', entities, annotations });
    };
    return Object.assign(find, { asked });
  },

  /** Annotates the page with these names and plain cards; tells what was asked and shown. */
  annotate(names: Readonly<Record<string, string>>, settings: Partial<ReadingSettings> = {}, kinds: Readonly<Record<string, EntityKind>> = {}): Annotated {
    const controller = new AbortController();
    const { signal } = controller;
    const [shown, mounted, coverageOf]: [OpenCard[], CardHandlers[], string[]] = [[], [], []];
    const empty = { items: [], total: 0 };
    let brought = 0;
    let timesBack = 0;
    const annotated = lab.annotatePage({
      window,
      signal,
      findNames: lab.finder(names, kinds),
      cameBack() {
        timesBack++;
      },
      bringCard() {
        brought++;
        putCard((page: CardPage) => runCard(page, {
          mountCard: mountPlainCard(shown, mounted),
          askCoverage(id) {
            coverageOf.push(id);
            return Promise.resolve({ state: 'ready', before: empty, since: empty });
          },
          findNames: lab.finder(names, kinds),
          openSources: () => undefined,
          readAbout: () => undefined,
          openPanel: () => Promise.resolve(false),
          follow: () => Promise.resolve(undefined),
          mute: () => Promise.resolve(undefined),
          others: () => Promise.resolve([]),
          correct: () => Promise.resolve(undefined),
        }));
        return Promise.resolve(true);
      },
    });
    // Every mention is marked, unless a test is about which are.
    annotated.configure({ ...defaultReading, density: 'all', ...settings });
    return { ...annotated, shown, mounted, coverageOf, timesBrought: () => brought, timesBack: () => timesBack, leave: () => controller.abort() };
  },
};

export interface Annotated extends AnnotatedPage {
  /** Every state that a card has drawn, oldest first. */
  readonly shown: readonly OpenCard[];
  /** What each card that was mounted was given. */
  readonly mounted: readonly CardHandlers[];
  /** The entities whose coverage was asked for. */
  readonly coverageOf: readonly string[];
  timesBrought(): number;
  /** How often it came out of the browser's cache. */
  timesBack(): number;
  leave(): void;
}

/** A card with nothing in it but a button, in place of the real one's script. */
function mountPlainCard(shown: OpenCard[], mounted: CardHandlers[]): (handlers: CardHandlers) => CardView {
  return (handlers) => {
    mounted.push(handlers);
    const host = document.createElement('sidelight-card');
    host.popover = 'manual';
    const button = document.createElement('button');
    button.append('Close');
    button.addEventListener('focus', () => handlers.dispatch({ kind: 'focus-entered' }));
    button.addEventListener('click', () => handlers.dispatch({ kind: 'dismissed' }));
    host.attachShadow({ mode: 'closed' }).append(button);
    document.documentElement.append(host);
    host.showPopover();
    return { show: (card) => void shown.push(card), focus: () => button.focus(), destroy: () => host.remove() };
  };
}

export type Lab = typeof lab;

Object.assign(globalThis, { lab });

function placesOf(
  text: string,
  blocks: readonly Block[],
): { readonly block: Block; readonly index: number; readonly start: number; readonly end: number }[] {
  return blocks.flatMap((block, index) => {
    const places = [];
    for (let start = block.text.indexOf(text); start >= 0; start = block.text.indexOf(text, start + 1)) {
      places.push({ block, index, start, end: start + text.length });
    }
    return places;
  });
}
