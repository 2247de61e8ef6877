import type { CardSubject } from '../card/card-content';
import type { CardMark } from '../card/card-state';
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

export interface FoundNames {
  readonly entities: readonly CardSubject[];
  readonly annotations: readonly Annotation[];
}

export interface PageMark extends CardMark {
  readonly text: string;
  readonly confidence: number;
  readonly range: StaticRange;
  /** Equal for the same place of the same text after the page was read again. */
  readonly key: string;
}

/**
 * Makes marks of what was found, in the order of the page, leaving out headings and what is not in the page any more.
 * A mark that was there `before` keeps its number, so that an open card stays with it.
 */
export function makeMarks(blocks: readonly Block[], found: FoundNames, before: readonly PageMark[]): readonly PageMark[] {
  const numbers = new Map(before.map(({ key, mark }) => [key, mark]));
  let fresh = before.reduce((highest, { mark }) => Math.max(highest, mark), 0);
  const nths = new Map<number, number>();
  const repeats = new Map<string, number>();
  const marks: (Omit<PageMark, 'count'> & { readonly entity: number })[] = [];
  const inOrder = found.annotations.toSorted((a, b) => a.block - b.block || a.start - b.start);
  for (const { block: index, start, end, entity, confidence } of inOrder) {
    const block = blocks[index];
    const subject = found.entities[entity];
    if (!block || !subject || block.isHeading) continue;
    const range = rangeOf(block, start, end);
    if (!range) continue;
    const place = `${subject.id} ${start} ${block.text}`;
    const repeat = (repeats.get(place) ?? 0) + 1;
    repeats.set(place, repeat);
    const key = `${repeat} ${place}`;
    const nth = (nths.get(entity) ?? 0) + 1;
    nths.set(entity, nth);
    const mark = numbers.get(key) ?? ++fresh;
    marks.push({ mark, subject, nth, entity, text: block.text.slice(start, end), confidence, range, key });
  }
  return marks.map(({ entity, ...mark }) => ({ ...mark, count: nths.get(entity) ?? 1 }));
}
