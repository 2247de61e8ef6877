import { attributePieces, type Piece } from './attribute-paragraph';
import { readNames, type NameSpan } from './people';
import { readParagraphs } from './paragraph-tokens';

/** Direct speech whose speaker is known. Offsets are UTF-16, into the text. */
export interface Quote {
  /** The words between the marks; a split quote, and one over several paragraphs, is one for each of its pieces. */
  readonly start: number;
  readonly end: number;
  /** The speaker's name, without titles: the one beside the quote, or the one that "she" or "the senator" stands for. */
  readonly speaker: NameSpan;
  readonly text: string;
}

/**
 * What a text quotes people with, in order. Whatever might be somebody else's is left out: a quote in the wrong mouth
 * is worse than one that is missing. Pronouns and offices are understood within their paragraph alone. Linear in the
 * text's length, but for paragraphs of more than a page.
 */
export function findQuotes(text: string): Quote[] {
  const paragraphs = readParagraphs(text);
  const known = readNames(paragraphs);
  const found: Quote[] = [];
  /** The pieces of a quote that the next paragraph may go on with. */
  let open: Piece[] = [];
  for (const { tokens } of paragraphs) {
    const [first, ...rest] = attributePieces(tokens, known);
    const goesOn = open.length > 0 && first?.at === 0;
    if (!goesOn) open = [];
    const chain = first && goesOn ? [...open, first] : [];
    const last = rest.at(-1) ?? first;
    const isOpen = last?.token.quote?.isUnclosed === true;
    const alone = [...(first && !goesOn ? [first] : []), ...rest].filter((piece) => !(isOpen && piece === last));
    found.push(...alone.flatMap((piece) => quoteOf(piece, piece.speaker)));
    if (goesOn && !(isOpen && last === first)) found.push(...quotesOfChain(text, chain));
    open = isOpen ? (last === first && goesOn ? chain : [last]) : [];
  }
  return found.sort((one, other) => one.start - other.start);
}

/** A quote over several paragraphs is all of one speaker, told at its first or last; where two are told it is dropped. */
function quotesOfChain(text: string, chain: readonly Piece[]): Quote[] {
  const named = chain.flatMap(({ speaker }) => speaker ?? []);
  const [speaker] = named;
  if (!speaker || named.some((other) => lastWord(text, other) !== lastWord(text, speaker))) return [];
  if (chain.some((piece) => piece.how === 'told' && !piece.speaker)) return [];
  return chain.flatMap((piece) => quoteOf(piece, speaker));
}

function quoteOf({ token: { quote, text } }: Piece, speaker: NameSpan | undefined): Quote[] {
  return quote && speaker ? [{ start: quote.start, end: quote.end, speaker, text }] : [];
}

function lastWord(text: string, { start, end }: NameSpan): string | undefined {
  return text.slice(start, end).toLowerCase().split(/\s+/).at(-1);
}
