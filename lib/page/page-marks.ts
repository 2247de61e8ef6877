import type { CardSubject } from '../card/card-content';
import type { CardMark } from '../card/card-state';
import type { ReadingSettings } from '../settings/reading-settings';
import { addToList } from './add-to-list';
import { chooseMarks } from './choose-marks';
import { rangeOf } from './mark-ranges';
import type { Block } from './read-blocks';

/** A name found in a block of the page. Offsets are UTF-16, into the block's text. */
export interface Annotation {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Index into the list of subjects that came with it. */
  readonly entity: number;
  readonly confidence: number;
}

export interface PageSubject extends CardSubject {
  /** The reader's sources have reported something that the reader has not seen yet. */
  readonly hasNews?: boolean;
}

export interface FoundNames {
  readonly entities: readonly PageSubject[];
  readonly annotations: readonly Annotation[];
}

/** A mention that has its place in the page. */
export interface PageMark extends CardMark {
  readonly subject: PageSubject;
  readonly block: number;
  /** Where it begins in the text of the page; UTF-16. */
  readonly at: number;
  readonly isLinked: boolean;
  /** Painted, and found by the pointer. The others are there for whoever asks for them. */
  readonly isShown: boolean;
  readonly text: string;
  readonly confidence: number;
  readonly range: StaticRange;
  /** Where it begins in its block, and that block's text: equal for the same place after the page was read again. */
  readonly start: number;
  readonly within: string;
}

/**
 * Makes marks of what was found, in the order of the page and in steps, leaving out headings and what is not in the page
 * any more. A mark that was there `before` keeps its number, so that an open card stays with it.
 */
export function* makeMarks(blocks: readonly Block[], found: FoundNames, before: readonly PageMark[]): Generator<undefined, readonly PageMark[]> {
  const earlier = new Map<string, PageMark[]>();
  for (const mark of before) addToList(earlier, mark.within, mark);
  let fresh = before.reduce((highest, { mark }) => Math.max(highest, mark), 0);
  const nths = new Map<PageSubject, number>();
  const marks: PageMark[] = [];
  const starts = startsOf(blocks);
  const inOrder = found.annotations.toSorted((a, b) => a.block - b.block || a.start - b.start);
  for (const { block: index, start, end, entity, confidence } of inOrder) {
    yield;
    const block = blocks[index];
    const subject = found.entities[entity];
    if (!block || !subject || block.isHeading) continue;
    const range = rangeOf(block, start, end);
    if (!range) continue;
    // By the block's text, and not by a key made of numbers: the first of those that is written out has the browser keep 64 kB.
    const same = earlier.get(block.text);
    // Found nowhere, the place is beyond the list's end.
    const [known] = same?.splice(same.findIndex((mark) => mark.start === start && mark.subject.id === subject.id) >>> 0, 1) ?? [];
    const nth = (nths.get(subject) ?? 0) + 1;
    nths.set(subject, nth);
    marks.push({
      mark: known?.mark ?? ++fresh, subject, nth, count: 0, text: block.text.slice(start, end), confidence, range, start,
      within: block.text, block: index, at: (starts[index] ?? 0) + start, isShown: false,
      // Part of it is enough.
      isLinked: [range.startContainer, range.endContainer].some((node) => node.parentElement?.closest('a[href]')),
    });
  }
  return marks.map((mark) => ({ ...mark, count: nths.get(mark.subject) ?? 1 }));
}

/** The same marks, shown as these settings have it. */
export function showMarks(marks: readonly PageMark[], settings: ReadingSettings): readonly PageMark[] {
  const chosen = chooseMarks(marks, settings);
  return marks.map((mark) => ({ ...mark, isShown: chosen.has(mark) }));
}

function startsOf(blocks: readonly Block[]): readonly number[] {
  let next = 0;
  return blocks.map(({ text }) => {
    const start = next;
    next += text.length;
    return start;
  });
}
