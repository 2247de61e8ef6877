import { tokenise, type Token } from './tokens';

/** UTF-16 offsets; `end` is exclusive and leaves white space out. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

/** The sentences of a text, in order, without the white space around them. */
export function splitSentences(text: string): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  let from = 0;
  for (const start of [...sentenceBounds(text, tokenise(text)), text.length]) {
    const sentence = trim(text, from, start);
    if (sentence.start < sentence.end) sentences.push(sentence);
    from = start;
  }
  return sentences;
}

/**
 * For each token whether it begins a sentence, so that its capital says nothing. After a period that follows an initial
 * or an abbreviation the sentence goes on; after opening quotation marks a sentence begins only where one ended before.
 */
export function sentenceStarts(text: string, tokens: readonly Token[]): boolean[] {
  const starts: boolean[] = [];
  let before = 0;
  for (const token of tokens) {
    starts.push(starts.length === 0 || (token.breakBefore && boundIn(text, before, token) >= 0));
    before = outerEnd(token);
  }
  return starts;
}

function sentenceBounds(text: string, tokens: readonly Token[]): number[] {
  const bounds: number[] = [];
  let before = 0;
  tokens.forEach((token, index) => {
    const bound = index > 0 && token.breakBefore ? boundIn(text, before, token) : -1;
    if (bound >= 0) bounds.push(bound);
    before = outerEnd(token);
  });
  return bounds;
}

/** Terminators, then closing quotes and brackets, then white space; ideographic ones need no space after them. */
const terminated = /(?:[.!?…]+["'”’»)\]]*(?=\s|$|["“‘«([—–])|[。！？｡]+[」』”’）]*)(?:\s*)/u;
const paragraph = /\n[^\S\n]*\n\s*/;

/** Where in the gap before this token the next sentence begins, or -1. */
function boundIn(text: string, from: number, token: Token): number {
  const gap = text.slice(from, token.start);
  const blank = paragraph.exec(gap);
  if (blank !== null) return from + blank.index + blank[0].length;
  const end = terminated.exec(gap);
  if (end === null) return -1;
  const [ending] = end;
  // "Why?" she asked: what goes on with a small letter is the same sentence.
  if (token.first === 'lower' && !/[.。]/.test(ending)) return -1;
  return from + end.index + ending.length;
}

function outerEnd(token: Token): number {
  return token.possessive ? token.end + 2 : token.end;
}

function trim(text: string, start: number, end: number): SentenceSpan {
  const piece = text.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, piece.trimEnd().length) };
}
