/** Shorter data is read as fast as a mark for it. In UTF-16 units. */
const shortestAside = 256;
const openData = '<![CDATA[';
const endData = ']]>';
const mark = '\u0001';
const marked = /^\u0001(\d+)\u0001$/;
/** What may hold the beginning of character data that is none: comments, instructions, document types. */
const otherSection = /<[!?](?!\[CDATA\[)/;

/** Longer ones are not looked into. */
const longestTag = 10_000;

export interface SetAside {
  /** The source with a mark in place of each long piece of character data. */
  readonly source: string;
  /** The text as it was: what a mark stands for, or the text itself. */
  readonly textOf: (text: string) => string;
  /** Where what stands at this place in the shortened source stood before. */
  readonly placeOf: (at: number) => number;
}

/**
 * Takes long character data out of XML before it is parsed, since a parser looks at each of its characters, and a search
 * for its end does not. Where it cannot be told simply that it is character data, all stays as it is.
 */
export function setAside(source: string): SetAside {
  const data: string[] = [];
  const parts: string[] = [];
  /** Behind each mark: its place in the shortened source, and by how much that is less than before. */
  const ends: { readonly at: number; readonly less: number }[] = [];
  let [from, shortened] = [0, 0];
  for (let open = source.indexOf(openData); open >= 0; open = source.indexOf(openData, open)) {
    const start = open + openData.length;
    const end = source.indexOf(endData, start);
    if (end < 0) break;
    open = end;
    if (end - start < shortestAside) continue;
    const before = source.slice(from, start);
    const put = `${mark}${data.length}${mark}`;
    if (isInTag(before.slice(0, -openData.length))) return untouched(source);
    data.push(source.slice(start, end));
    parts.push(before, put);
    shortened += before.length + put.length;
    from = end;
    ends.push({ at: shortened, less: end - shortened });
  }
  if (data.length === 0 || source.includes(mark)) return untouched(source);
  const short = parts.join('') + source.slice(from);
  return otherSection.test(short) ? untouched(source) : { source: short, textOf: (text) => data[Number(marked.exec(text)?.[1] ?? -1)] ?? text, placeOf: (at) => at + lessAt(ends, at) };
}

/** Whether the last tag has no end, or one within quotes. */
function isInTag(before: string): boolean {
  const begin = before.lastIndexOf('<');
  const tag = before.slice(begin, before.lastIndexOf('>') + 1);
  return begin >= 0 && (tag === '' || tag.length > longestTag || !/^[^"']*(?:"[^"]*"[^"']*|'[^']*'[^"']*)*$/.test(tag));
}

function untouched(source: string): SetAside {
  return { source, textOf: (text) => text, placeOf: (at) => at };
}

function lessAt(ends: readonly { readonly at: number; readonly less: number }[], place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.at ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return ends[low - 1]?.less ?? 0;
}
