import { isSeenIn, outerOf } from './flat-tree';
import type { Beside, WalkedBlock } from './walk-blocks';

export interface FoundArticle {
  /** The smallest element that holds the article, headline aside. */
  readonly root: Element;
  /** The smallest that holds most of its text. */
  readonly core: Element;
  /** In the order of the page; the headline comes with them, wherever it stands. */
  readonly blocks: readonly WalkedBlock[];
}

/** An element goes into the core of the article if it holds this much of the prose of the element around it. */
const coreShare = 0.75;
/** What stands beside the article by its name but holds this much of the page's prose is the article. */
const articleShare = 0.4;
const declaredArticle = 'article,[role=article],[itemprop~=articleBody]';
/** Less prose than this is a notice or a list, not an article. */
const leastProse = 200;
/** Paragraphs as long as this have their full weight. */
const fullLength = 200;
/** A block with more of its text in links than this is a list of links. */
const linkedShare = 0.8;
/** 14 responses to “A headline”; Comments (14) */
const commentsHeading = /^([\d.,]+ )?(comments|responses|replies|kommentare|commentaires|comentarios|commenti|reacties)( \(?\d+\)?| \S+ ["“„«‘].*)?$/;
const blocksPerStep = 8;
const smallWord = / [a-zß-ÿά-ώа-я]/;
const sentenceEnd = /[.!?…:。！？।]["'”’»)]?$/;

/**
 * Finds the article among the blocks of a page, in steps: the deepest element that holds most of the page's prose (the
 * core), then what belongs to it around that, up to the `<article>` or up to the headline.
 */
export function* findArticle(body: Element, all: readonly WalkedBlock[]): Generator<undefined, FoundArticle | undefined> {
  const walked = upToComments(all);
  const isBeside = yield* judgeBeside(walked);
  const prose = yield* sift(walked, (block) => isProse(block) && !isBeside(block));
  if (lengthOf(prose) < leastProse) return undefined;
  const untold = yield* sift(walked, (block, index) => isProse(block) && !isBeside(block) && !isTeaser(walked, index));
  const sums = yield* sumProse(body, untold);
  // Each of what follows goes over all blocks, and the page has its turn in between.
  yield;
  const core = findCore(body, sums, (element) => prose.filter(({ container }) => container === element).length > 1);
  const isCore = (block: WalkedBlock): boolean => isSeenIn(core, block.container);
  yield;
  const first = walked.findIndex(isCore);
  const last = walked.findLastIndex(isCore);
  yield;
  const headline = findHeadline(walked, first, last);
  // What is said before the first sentence is who wrote it and when, but for points in a list.
  const start = walked.findIndex(
    (block, index) => isCore(block) && (isProse(block) || isSentence(block) || (index > headline && isPoint(block))) && !isBeside(block),
  );
  const head = walked[headline]?.container;
  const root = findRoot(core, head);
  // What leads from the headline to a text that is declared apart from it.
  const opening = reachTo(head, root) ?? root;
  // Behind the core of an article that nothing declares, other stories begin at the first thing that is no sentence.
  const isDeclared = root.matches(declaredArticle);
  const foreign = walked.findIndex((block, index) => index > last && (!isLongProse(block) || isBeside(block)));
  // One that is declared goes on to its last sentences, with the headings and short lines between them.
  const end = isDeclared ? walked.findLastIndex((block) => isSeenIn(root, block.container) && isLongProse(block) && !isBeside(block)) : last;
  yield;
  // Between stories told in one box each, none is a teaser of another.
  const told = new Set(untold);
  const inCore = prose.filter(isCore);
  const hasTeasers = lengthOf(untold.filter(isCore)) > lengthOf(inCore) * (1 - articleShare);
  const isForeign = (block: WalkedBlock): boolean => isBeside(block) || (hasTeasers && isProse(block) && !told.has(block));
  // Where paragraphs are written as such, what is no sentence elsewhere is no part of the text.
  const isWritten = inCore.filter(({ container }) => container.localName === 'p').length > inCore.length * coreShare;
  const longestLabel = isWritten ? 60 : 25;
  const belongs = (block: WalkedBlock, index: number): boolean => {
    const { container } = block;
    if (index <= headline) return index === headline;
    // What stands right below the headline belongs to it, whatever it is called.
    if (index < first) return isOpening(block) && (outerOf(container) === (head && outerOf(head)) || (isSeenIn(opening, container) && !isForeign(block)));
    if (!isSeenIn(root, container) || isForeign(block)) return false;
    if (isWritten && index > start && isProse(block) && isBare(container) && !container.querySelector('p')) return false;
    const isText = !isLinks(block) && !isLabel(block, longestLabel);
    if (isCore(block)) return isText && (block.heading > 0 || index >= start);
    return index < end ? isText : isLongProse(block) && (foreign < 0 || index < foreign);
  };
  return { root, core, blocks: yield* sift(walked, belongs) };
}

/** What comes behind the heading of its comments is no part of an article, whatever it stands in. */
function upToComments(walked: readonly WalkedBlock[]): readonly WalkedBlock[] {
  const end = walked.findIndex(({ heading, text }) => heading > 1 && commentsHeading.test(text.toLowerCase()));
  const before = walked.slice(0, Math.max(0, end));
  return lengthOf(before.filter(isProse)) < leastProse ? walked : before;
}

/** As an array's `filter`, in steps. Each step leaves an object behind, so that not every block is one. */
function* sift(blocks: readonly WalkedBlock[], isWanted: (block: WalkedBlock, index: number) => boolean): Generator<undefined, readonly WalkedBlock[]> {
  const wanted: WalkedBlock[] = [];
  let index = 0;
  for (const block of blocks) {
    if (index % blocksPerStep === 0) yield;
    if (isWanted(block, index++)) wanted.push(block);
  }
  return wanted;
}

/**
 * Names lie: "js-social-anchor" on the element around a whole article says nothing about the article. Only comments
 * may be longer than it, and are believed to be comments unless they hold the headline.
 */
function* judgeBeside(walked: readonly WalkedBlock[]): Generator<undefined, (block: WalkedBlock) => boolean> {
  const sums = new Map<Beside, number>();
  const aparts = new Set<Beside>();
  let total = 0;
  for (const block of yield* sift(walked, isProse)) {
    total += unlinked(block);
    let outermost: Beside | undefined;
    for (let at = block.beside; at; at = at.outer) {
      sums.set(at, (sums.get(at) ?? 0) + unlinked(block));
      if (at.kind === 'apart') outermost = at;
    }
    if (outermost) aparts.add(outermost);
  }
  const mayHold = ({ element, kind }: Beside): boolean => kind === 'other' || element.querySelector('h1') !== null;
  for (const beside of aparts) if (!mayHold(beside)) total -= sums.get(beside) ?? 0;
  const verdicts = new Map<Beside, boolean>();
  const judge = (beside: Beside | undefined): boolean => {
    if (!beside) return false;
    const known = verdicts.get(beside);
    if (known !== undefined) return known;
    const verdict = !((sums.get(beside) ?? 0) >= total * articleShare && mayHold(beside)) || judge(beside.outer);
    verdicts.set(beside, verdict);
    return verdict;
  };
  return (block) => judge(block.beside);
}

/**
 * How much prose each element holds, for all elements up to the body. Longer paragraphs count for more: the one line that
 * a teaser has must not outweigh what it stands beside, however many teasers there are.
 */
function* sumProse(body: Element, prose: readonly WalkedBlock[]): Generator<undefined, ReadonlyMap<Element, number>> {
  const sums = new Map<Element, number>();
  for (const block of prose) {
    yield;
    const size = unlinked(block) * (isDense(block.text) ? 3 : 1);
    const weight = Math.max(0, size - block.linked) * Math.min(size, fullLength);
    for (let element: Element | null = block.container; element; element = outerOf(element)) {
      sums.set(element, (sums.get(element) ?? 0) + weight);
      if (element === body) break;
    }
  }
  return sums;
}

/** Whether a linked line comes right before it, in a box of theirs that holds little else. */
function isTeaser(walked: readonly WalkedBlock[], index: number): boolean {
  const head = walked[index - 1];
  // What is shared below each picture stands apart from its line.
  if (!head || !isLinks(head) || head.beside !== walked[index]?.beside) return false;
  let box = head.container;
  const holds = (at: number): boolean => isSeenIn(box, walked[at]?.container ?? document);
  for (let outer: Element | null = box; outer && !holds(index); outer = outerOf(outer)) box = outer;
  return !(holds(index - 3) || holds(index + 3));
}

function findCore(body: Element, sums: ReadonlyMap<Element, number>, hasMany: (element: Element) => boolean): Element {
  const largest = new Map<Element, Element>();
  for (const [element, sum] of sums) {
    const parent = outerOf(element);
    if (!parent || element === body) continue;
    const rival = largest.get(parent);
    if (!rival || sum > (sums.get(rival) ?? 0)) largest.set(parent, element);
  }
  let core = body;
  // A page that declares one part of itself an article, and no other, knows best.
  const [only, other] = body.querySelectorAll(declaredArticle);
  if (only && !other && (sums.get(only) ?? 0) > (sums.get(core) ?? 0) * articleShare) core = only;
  for (let next = largest.get(core); next; next = largest.get(core)) {
    // A paragraph, however long, is not the article.
    if (!(largest.has(next) || hasMany(next)) || (sums.get(next) ?? 0) < (sums.get(core) ?? 0) * coreShare) break;
    core = next;
  }
  return core;
}

/** The last first-level heading before the core's own text, or the first in it; -1 if there is none. */
function findHeadline(walked: readonly WalkedBlock[], first: number, last: number): number {
  const within = walked.findIndex((block, index) => index >= first && index <= last && block.heading === 1);
  return within >= 0 ? within : walked.findLastIndex((block, index) => index < first && block.heading === 1);
}

function findRoot(core: Element, headline: Element | undefined): Element {
  const declared = core.closest(declaredArticle);
  const outer = declared?.parentElement?.closest('article,[role=article]') ?? declared;
  return outer ?? reachTo(headline, core) ?? core;
}

/** The smallest element around `from` that holds the headline as well, unless that is the whole page. */
function reachTo(headline: Element | undefined, from: Element): Element | undefined {
  for (let element: Element | null = from; headline && element && element.localName !== 'body'; element = outerOf(element)) {
    if (isSeenIn(element, headline)) return element;
  }
  return undefined;
}

function lengthOf(blocks: readonly WalkedBlock[]): number {
  return blocks.reduce((sum, block) => sum + unlinked(block), 0);
}

function unlinked(block: WalkedBlock): number {
  return block.text.length - block.linked;
}

/** Read also: <a>What has been said before</a> */
function isLinks({ text, linked }: WalkedBlock): boolean {
  return linked > text.length * (sentenceEnd.test(text) ? linkedShare : 0.5);
}

/** Sentences rather than labels. Scripts without spaces say as much in a third of the characters. */
function isProse(block: WalkedBlock): boolean {
  return block.heading === 0 && unlinked(block) >= (isDense(block.text) ? 20 : 50) && /[.!?…,:;。！？，、؟،।]|[฀-໿ក-៿]{20}/.test(block.text);
}

function isLongProse(block: WalkedBlock): boolean {
  return unlinked(block) >= (isDense(block.text) ? 40 : 120) && block.linked < block.text.length * 0.3;
}

/** A short one, such as many stories begin with. */
function isSentence(block: WalkedBlock): boolean {
  return block.heading === 0 && unlinked(block) >= 20 && sentenceEnd.test(block.text);
}

function isPoint(block: WalkedBlock): boolean {
  return block.container.localName === 'li' && unlinked(block) >= 20 && !isLinks(block);
}

/** The line below a headline is often written as a heading. */
function isStandfirst(block: WalkedBlock): boolean {
  return block.heading > 1 && unlinked(block) >= 40;
}

/** Who wrote it and when is no sentence, and has few small words or a number. A standfirst is often one without its period. */
function isOpening(block: WalkedBlock): boolean {
  if (isStandfirst(block) || isPoint(block) || isLongProse(block)) return true;
  return isProse(block) && (sentenceEnd.test(block.text) || hasSmallWords(block.text));
}

function hasSmallWords(text: string): boolean {
  return !/\d/.test(text) && text.split(smallWord).length > 5;
}

/** A word or two outside any paragraph are a button's, a player's or a picture's. */
function isLabel({ heading, container, text }: WalkedBlock, shorterThan: number): boolean {
  return heading === 0 && isBare(container) && text.length < shorterThan && !sentenceEnd.test(text);
}

function isBare({ localName }: Element): boolean {
  return /^(div|span|a|section)$/.test(localName);
}

/** Written without spaces: as much is said in a third of the characters. */
export function isDense(text: string): boolean {
  return /[぀-ヿ㐀-鿿豈-﫿]{4}/.test(text);
}
