import { isAscii } from '../text/ascii';
import { itemAt } from '../text/at';
import type { KnownEntity } from './known-entity';
import { formsOfAddress, legalForms, roles, shortStates, states } from './name-words';
import type { Word } from '../text/read-words';
import type { BlockReading } from './read-document';
import { isCapital, type Span } from './span';

/** What stands around a name and belongs to it, if it is of the kind that has such a thing. Offsets are UTF-16, into the block. */
export interface Around {
  /** "Corp." of "Imax Corp.": where it ends. */
  readonly legalEnd: number | undefined;
  /** "TX" of "Houston, TX": where it ends. */
  readonly stateEnd: number | undefined;
  /** "The " of "The Times": where it begins. */
  readonly articleStart: number | undefined;
  /** "Mr" of "Mr Shorten": where it begins. */
  readonly addressStart: number | undefined;
}

export function around({ text, words }: BlockReading, span: Span): Around {
  const behind = itemAt(words, span.to);
  const isLegal = behind !== undefined && legalForms.has(behind.key) && behind.shape !== 'lower' && /^,? ?$/.test(text.slice(span.end, behind.start));
  const before = itemAt(words, span.from - 1);
  return {
    legalEnd: isLegal ? withPeriod(text, behind.end) : undefined,
    stateEnd: stateBehind(text, words, span),
    articleStart: before?.key === 'the' && before.shape === 'capital' && words[span.from]?.gap === 'space' ? before.start : undefined,
    addressStart: before !== undefined && isAddress(before, itemAt(words, span.from - 2)) && /^\.? $/.test(text.slice(before.end, span.start)) ? before.start : undefined,
  };
}

const neverOffices = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'dame']);

/** "Chief Justice" and "Crown Prince" are offices. */
function isAddress({ key, shape, gap, opens }: Word, before: Word | undefined): boolean {
  const isOffice = !neverOffices.has(key) && gap === 'space' && !opens && isCapital(before) && (!before.opens || roles.has(before.key));
  return shape !== 'lower' && formsOfAddress.has(key) && !isOffice;
}

/** One or two words behind a comma: "Texas", "TX", "Calif.", "North Dakota". Of a list of states none belongs to another. */
function stateBehind(text: string, words: readonly Word[], span: Span): number | undefined {
  const first = itemAt(words, span.to);
  if (first === undefined || first.shape === 'lower' || text.slice(span.end, first.start) !== ', ' || states.has(span.key)) return undefined;
  const second = itemAt(words, span.to + 1);
  if (second?.gap === 'space' && second.shape === 'capital' && states.has(`${first.key} ${second.key}`)) return second.end;
  if (states.has(first.key)) return first.end;
  // "In" and "Or" are words too: of two letters only capitals are a state's.
  const isShort = shortStates.has(first.key) && (first.key.length > 2 || first.shape === 'caps');
  return isShort ? withPeriod(text, first.end) : undefined;
}

function withPeriod(text: string, end: number): number {
  return text[end] === '.' ? end + 1 : end;
}

/** Where the mention of an entity begins and ends, its article, legal form and state included. */
export function boundsOf(block: BlockReading, span: Span, known: KnownEntity): { start: number; end: number } {
  const { legalEnd, stateEnd, articleStart, addressStart } = around(block, span);
  if (addressStart !== undefined && known.isPerson) return { start: addressStart, end: span.end };
  const start = articleStart !== undefined && articleBelongs(block, span, known) ? articleStart : span.start;
  if (legalEnd !== undefined && known.kind === 'organisation') return { start, end: legalEnd };
  return { start, end: stateEnd !== undefined && known.isPlace ? stateEnd : span.end };
}

/** " The " and the character before it, which may be two units. */
const longestInside = 7;

/** "The Times", but not "The Pentagon" as a sentence begins. */
function articleBelongs({ text }: BlockReading, span: Span, known: KnownEntity): boolean {
  if (known.own === `the ${span.key}` && known.facts.name.startsWith('The ')) return true;
  if (!text.startsWith(' The ', span.start - ' The '.length)) return false;
  const before = text.slice(Math.max(0, span.start - longestInside), span.start);
  return (isAscii(before) ? /[A-Za-z\d,] The $/ : /[\p{L}\p{N},] The $/u).test(before) && known.hasArticledAlias(span.key);
}
