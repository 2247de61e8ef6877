/** UTF-16 offsets into the whole text. */
export interface QuotedSpan {
  /** The words between the marks, without white space at either end. */
  readonly start: number;
  readonly end: number;
  /** With the marks. */
  readonly outerStart: number;
  readonly outerEnd: number;
  /** The paragraph ends before the quote does: the next one goes on with it, and opens with a mark of its own. */
  readonly isUnclosed: boolean;
}

/** The mark that closes what another opens. */
const doubleMarks: Readonly<Record<string, string>> = { '"': '"”', '“': '”"', '„': '“”"', '«': '»', '»': '«' };
const singleMarks: Readonly<Record<string, string>> = { '‘': '’', "'": "'", '‚': '‘’', '‹': '›' };
/** A single mark that is not closed within so many UTF-16 units is taken for an apostrophe. */
const longestSingle = 3_000;
/** Words that begin with an apostrophe. */
const clipped = /^['’‘](?:tis|twas|em|til|cause|bout|round|n|s|re|ve|ll|d|\d)\b/i;
const letter = /[\p{L}\p{N}]/u;
const beforeOpening = /[\s([{—–\-/…:]/;

/**
 * What stands between quotation marks in a paragraph, in order: straight, curly, low and angle ones, doubles and
 * singles. Marks inside others are part of what these quote. A mark that has no other is none.
 */
export function quotedSpans(text: string, paragraph: { readonly start: number; readonly end: number }): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const span = spanAt(text, at, paragraph);
    if (!span) continue;
    if (span.start < span.end) spans.push(span);
    at = span.outerEnd - 1;
  }
  return spans;
}

function spanAt(text: string, at: number, paragraph: { readonly start: number; readonly end: number }): QuotedSpan | undefined {
  const mark = text.charAt(at);
  const before = at > paragraph.start ? text.charAt(at - 1) : ' ';
  const closing = doubleMarks[mark];
  if (closing !== undefined) {
    if (letter.test(before) || (mark === '»' && !/\S/.test(text.charAt(at + 1)))) return undefined;
    return doubleSpan(text, { at, mark, closing, end: paragraph.end });
  }
  const single = singleMarks[mark];
  if (single === undefined || !beforeOpening.test(before) || !letter.test(text.charAt(at + 1))) return undefined;
  if (clipped.test(text.slice(at, at + 7))) return undefined;
  const closed = singleEnd(text, { start: at + 1, end: paragraph.end }, single);
  if (closed !== undefined) return spanOf(text, at, { close: closed, mark: 1 });
  // Over several paragraphs, where it is surely no apostrophe.
  return mark === '‘' && at === paragraph.start ? spanOf(text, at, { close: paragraph.end, mark: 0 }) : undefined;
}

interface Opening {
  readonly at: number;
  readonly mark: string;
  readonly closing: string;
  readonly end: number;
}

function doubleSpan(text: string, { at, mark, closing, end }: Opening): QuotedSpan | undefined {
  for (let close = at + 1; close < end; close++) {
    const met = text.charAt(close);
    const isStraight = met === '"';
    // A straight one that a curly one follows was none: what opens next is the quote.
    if (mark === '"' && met === '“') return undefined;
    // One that opens before the last was closed: the last was a slip.
    if (isStraight && mark === '"' && opensAgain(text, close, end)) return undefined;
    if (met === mark && !closing.includes(met)) return undefined;
    if (closing.includes(met)) return spanOf(text, at, { close, mark: 1 });
  }
  return spanOf(text, at, { close: end, mark: 0 });
}

function opensAgain(text: string, at: number, end: number): boolean {
  return /\s/.test(text.charAt(at - 1)) && at + 1 < end && letter.test(text.charAt(at + 1));
}

/** Where a single mark closes; an apostrophe does not. */
function singleEnd(text: string, { start: from, end }: { readonly start: number; readonly end: number }, closing: string): number | undefined {
  for (let at = from; at < Math.min(end, from + longestSingle); at++) {
    if (!closing.includes(text.charAt(at))) continue;
    const before = text.charAt(at - 1);
    const after = at + 1 < end ? text.charAt(at + 1) : ' ';
    if (letter.test(after)) continue;
    if (/[.,!?…—–-]/.test(before)) return at;
    // "the senators’ room": a plural's apostrophe, unless the clause ends there.
    if (/[\p{L}\p{N})]/u.test(before) && (!/\s/.test(after) || at + 1 >= end || !/[sn]/.test(before))) return at;
  }
  return undefined;
}

function spanOf(text: string, outerStart: number, { close, mark }: { readonly close: number; readonly mark: 0 | 1 }): QuotedSpan {
  const inner = text.slice(outerStart + 1, close);
  const start = outerStart + 1 + (inner.length - inner.trimStart().length);
  return { start, end: Math.max(start, outerStart + 1 + inner.trimEnd().length), outerStart, outerEnd: close + mark, isUnclosed: mark === 0 };
}
