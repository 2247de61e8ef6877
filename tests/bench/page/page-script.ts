import Mark from 'mark.js';
import { annotatePage } from '../../../lib/page/annotate-page';
import { createMarks, rangeOf } from '../../../lib/page/mark-ranges';
import type { FindNames } from '../../../lib/page/keep-annotated';
import { readBlocks, type Block } from '../../../lib/page/read-blocks';
import { ReadMemory } from '../../../lib/page/read-memory';
import { defaultReading } from '../../../lib/settings/reading-settings';

interface Place {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** What `npm run bench -- page` finds as `lab` in the page. */
export const lab = {
  /** Milliseconds of marking these names once, the layout that follows included, by the highlight registry and by mark.js. */
  paint(names: readonly string[], rounds: number): { ours: number[]; markJs: number[]; spans: number } {
    const blocks = readAll();
    const places = placesOf(names, blocks.map(({ text }) => text));
    const controller = new AbortController();
    const marks = createMarks(controller.signal);
    const spans = spansOf(names);
    const peer = new Mark(document.body);
    const [ours, markJs]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(timed(() => marks.paint(rangesAt(places, blocks))));
      marks.paint([]);
      markJs.push(timed(() => peer.markRanges(spans)));
      peer.unmark();
      document.body.normalize();
    }
    controller.abort();
    return { ours, markJs, spans: Math.min(places.length, spans.length) };
  },

  /** Annotates the page; tells how long other tasks had to wait meanwhile, beside the same time of doing nothing. */
  async annotate(names: readonly string[]): Promise<AnnotatedFigures> {
    const before = document.documentElement.outerHTML;
    const rects = rectsNow();
    const shifts = watchEntries('layout-shift');
    const long = watchEntries('longtask');
    // In the background, and not in the page, is where names are found.
    const answer = {
      state: 'ready' as const,
      entities: names.map((name, at) => ({ id: String(at), name, kind: 'place' as const })),
      annotations: placesOf(names, readAll().map(({ text }) => text)).map((place) => ({ ...place, entity: place.name, confidence: 0.9 })),
    };
    const findNames: FindNames = () => Promise.resolve(answer);
    const idle = await waits(() => delay(idleMs));
    const controller = new AbortController();
    let took = 0;
    const busy = await waits(async () => {
      const began = performance.now();
      const page = annotatePage({ window, signal: controller.signal, findNames, bringCard: () => Promise.resolve(false) });
      page.configure({ ...defaultReading, density: 'all' });
      while ((CSS.highlights.get('sidelight')?.size ?? 0) === 0) await delay(5);
      await frames(3);
      took = performance.now() - began;
    });
    const marked = CSS.highlights.get('sidelight')?.size ?? 0;
    const isSame = before === document.documentElement.outerHTML && rects === rectsNow();
    controller.abort();
    return { marked, isSame, took, shifts: shifts(), long: long(), longest: busy.longest, total: busy.total - (idle.total * took) / idleMs, idleLongest: idle.longest };
  },
};

export interface AnnotatedFigures {
  readonly marked: number;
  /** The document and the place of each paragraph are what they were. */
  readonly isSame: boolean;
  readonly took: number;
  /** How many the browser told of; undefined where it tells of none. */
  readonly shifts: number | undefined;
  readonly long: number | undefined;
  /** Milliseconds that a message to oneself had to wait, at most and in all. */
  readonly longest: number;
  readonly total: number;
  readonly idleLongest: number;
}

const idleMs = 500;
/** A message to oneself comes back at once where nothing else runs, by a clock that may have steps of a millisecond. */
const noticedMs = 2;

/** Sends itself messages without end while the work goes on: how long one waits is how long a task took. */
async function waits(work: () => Promise<void>): Promise<{ longest: number; total: number }> {
  const { port1, port2 } = new MessageChannel();
  let [longest, total, last] = [0, 0, performance.now()];
  port1.onmessage = () => {
    const now = performance.now();
    const waited = now - last;
    longest = Math.max(longest, waited);
    if (waited > noticedMs) total += waited;
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  await work();
  port1.close();
  return { longest, total };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function frames(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

function watchEntries(type: string): () => number | undefined {
  if (!PerformanceObserver.supportedEntryTypes.includes(type)) return () => undefined;
  let seen = 0;
  const observer = new PerformanceObserver((list) => (seen += list.getEntries().length));
  observer.observe({ type });
  return () => {
    seen += observer.takeRecords().length;
    observer.disconnect();
    return seen;
  };
}

function rectsNow(): string {
  return Array.from(document.querySelectorAll('p'), (paragraph) => {
    const { x, y, width, height } = paragraph.getBoundingClientRect();
    return [x, y, width, height].join();
  }).join(';');
}

function rangesAt(places: readonly Place[], blocks: readonly Block[]): readonly StaticRange[] {
  const ranges: StaticRange[] = [];
  for (const { block, start, end } of places) {
    const range = blocks[block] && rangeOf(blocks[block], start, end);
    if (range) ranges.push(range);
  }
  return ranges;
}

function timed(work: () => void): number {
  // What was changed before is not to be laid out on this one's time.
  layOut();
  const began = performance.now();
  work();
  // What is marked has to be laid out before anybody sees it.
  layOut();
  return performance.now() - began;
}

function layOut(): number {
  return document.body.offsetHeight;
}

function readAll(): readonly Block[] {
  const steps = readBlocks(document, { memory: new ReadMemory(), met: () => undefined });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value?.blocks ?? [];
}

function* namesIn(names: readonly string[], text: string): Generator<{ name: number; start: number; end: number }> {
  const known = new Map(names.map((name, at) => [name, at]));
  for (const { 0: word, index } of text.matchAll(/\p{Lu}\p{L}+/gu)) {
    const name = known.get(word);
    if (name !== undefined) yield { name, start: index, end: index + word.length };
  }
}

function placesOf(names: readonly string[], texts: readonly string[]): (Place & { name: number })[] {
  return texts.flatMap((text, block) => Array.from(namesIn(names, text), (found) => ({ ...found, block })));
}

/** As mark.js counts: in the text of all text nodes, one behind the other. */
function spansOf(names: readonly string[]): { start: number; length: number }[] {
  let text = '';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) text += walker.currentNode.nodeValue ?? '';
  return Array.from(namesIn(names, text), ({ start, end }) => ({ start, length: end - start }));
}

Object.assign(globalThis, { lab });
