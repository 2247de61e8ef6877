import { isAbbreviation } from '../text/abbreviations';
import { quotedSpans, type QuotedSpan } from './quote-marks';

/** A word, a punctuation mark or a whole quote of a paragraph. Offsets are UTF-16, into the whole text. */
export interface Token {
  readonly kind: 'word' | 'mark' | 'quote';
  /** As written; a possessive ending is not part of it. */
  readonly text: string;
  /** In small letters, without a period at its end. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  readonly isPossessive: boolean;
  readonly quote?: QuotedSpan;
}

export interface Paragraph {
  readonly text: string;
  readonly tokens: readonly Token[];
}

const word = /\p{Lu}(?:\.\p{Lu})+\b\.?|\p{N}+(?:[.,]\p{N}+)*(?:[\-‐‑]\p{L}[\p{L}\p{M}]*)*|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-‐‑&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/uy;
const phrasalVerb = /(?:puts? it|(?:shot|shoots|fired|fires|hit|hits) back|(?:chimed|chimes) in|(?:piped|pipes) up|(?:summed|sums) (?:it|things) up)(?![\p{L}'’-])/uy;
const possessive = /['’]s$/i;
/** "al-Assad", "d'Estaing". */
const hiddenCapital = /^(?:al|el|d|l|bin|ibn|ben)[-'’]\p{Lu}/u;

/** The paragraphs of a text, each as words, marks and quotes. Linear in the text's length. */
export function readParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const match of text.matchAll(/[^\n\r\u2029]+/g)) {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].trimEnd().length;
    if (start >= end) continue;
    const tokens = readTokens(text, start, end);
    const before = paragraphs.at(-1);
    // A quote in a paragraph of its own belongs to the words that lead to it.
    if (before?.tokens.at(-1)?.text === ':' && tokens[0]?.kind === 'quote') paragraphs[paragraphs.length - 1] = { text, tokens: [...before.tokens, ...tokens] };
    else paragraphs.push({ text, tokens });
  }
  return paragraphs;
}

function readTokens(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  const quotes = quotedSpans(text, { start, end });
  let nextQuote = 0;
  for (let at = start; at < end; ) {
    const quote = quotes[nextQuote];
    if (quote?.outerStart === at) {
      tokens.push({ ...plain(text.slice(quote.start, quote.end), quote.outerStart, quote.outerEnd), kind: 'quote', quote });
      nextQuote++;
      at = quote.outerEnd;
      continue;
    }
    const token = phrasalVerbAt(text, at) ?? wordAt(text, at) ?? plain(text.charAt(at), at, at + 1);
    if (/\S/.test(token.text)) tokens.push(token);
    at = token.isPossessive ? token.end + (/['’]s/i.test(text.slice(token.end, token.end + 2)) ? 2 : 1) : token.end;
  }
  return tokens;
}

function plain(text: string, start: number, end: number): Token {
  return { kind: 'mark', text, lower: text, start, end, isCapital: false, isPossessive: false };
}

/** "Put it", "shot back": one verb, "put-it". */
function phrasalVerbAt(text: string, at: number): Token | undefined {
  phrasalVerb.lastIndex = at;
  const met = phrasalVerb.exec(text)?.[0];
  if (met === undefined) return undefined;
  return { kind: 'word', text: met, lower: met.replace(/\s+/g, '-'), start: at, end: at + met.length, isCapital: false, isPossessive: false };
}

function wordAt(text: string, at: number): Token | undefined {
  word.lastIndex = at;
  const met = word.exec(text)?.[0];
  if (met === undefined) return undefined;
  const owner = possessive.test(met);
  let written = owner ? met.slice(0, -2) : met;
  const after = text.charAt(at + written.length);
  if (after === '.' && (/^\p{Lu}$/u.test(written) || isAbbreviation(written.toLowerCase()))) written += '.';
  const isPlural = !owner && /s$/i.test(written) && /['’]/.test(after) && /\s/.test(text.charAt(at + written.length + 1));
  return {
    kind: 'word',
    text: written,
    lower: written.toLowerCase().replace(/\.$/, '').replaceAll('’', "'"),
    start: at,
    end: at + written.length,
    isCapital: /^\p{Lu}/u.test(written) || hiddenCapital.test(written),
    isPossessive: owner || isPlural,
  };
}
