import type { FindNames } from './keep-annotated';
import type { PageFacts } from './page-facts';
import type { PageMark } from './page-marks';
import { selectionIn } from './selection';

export interface LookUpRequest {
  /** Every mention that is known on the page, shown or not. */
  readonly marks: readonly PageMark[];
  readonly texts: readonly string[];
  readonly facts: PageFacts;
  readonly findNames: FindNames;
}

/** What nobody knows has a name to show, and no entity behind it. */
const unknown = 'unknown:';

export function isUnknown(entity: string): boolean {
  return entity.startsWith(unknown);
}

/** A longer selection is no name. */
const longestName = 300;

/**
 * What the reader has selected, as a mark: the mention that it touches, or the name that it holds, read beside the rest
 * of the page. What nobody knows gets a mark too, whose card says so. Undefined where nothing is selected.
 */
export async function lookUpSelection(window: Window, { marks, texts, facts, findNames }: LookUpRequest): Promise<PageMark | undefined> {
  const selection = selectionIn(window.document);
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const selected = selection.getRangeAt(0);
  const text = selection.toString().replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  const touched = marks.find(({ range }) => isTouched(range, selected));
  if (touched) return touched;
  const { startContainer, startOffset, endContainer, endOffset } = selected;
  const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  const answer = text.length > longestName ? undefined : await findNames(facts, [...texts, text]);
  const [found] = answer?.state === 'ready'
    ? answer.annotations.filter(({ block }) => block === texts.length).sort((a, b) => b.end - b.start - (a.end - a.start))
    : [];
  const known = answer?.state === 'ready' && found ? answer.entities[found.entity] : undefined;
  const subject = known ?? { id: unknown + text.slice(0, longestName), name: text.slice(0, longestName) };
  return {
    mark: lookedUpMark, subject, nth: 1, count: 1, text, range, start: -1, within: '', block: -1, at: -1, isLinked: false, isShown: false,
    confidence: found?.confidence ?? 0,
  };
}

/** No mark of the page has this number. */
const lookedUpMark = -1;

function isTouched({ startContainer, startOffset, endContainer, endOffset }: StaticRange, selected: Range): boolean {
  if (!startContainer.isConnected || startContainer.getRootNode() !== selected.startContainer.getRootNode()) return false;
  return selected.comparePoint(startContainer, startOffset) <= 0 && selected.comparePoint(endContainer, endOffset) >= 0
    || selected.comparePoint(startContainer, startOffset) === 0;
}
