const openData = '<![CDATA[';
const endData = ']]>';
/** Feeds with more of them are beyond help, and the time for it must stay bounded. */
const mostMended = 100;
const itemTag = /<(\/?)(?:item|entry)[\s>]/gi;
/** The element that character data stands in, at the end of what comes before. */
const lastTag = /<([\w:.-]+)(?:\s[^<>]*)?>[^<]*$/;
/** By how much the text of a feed may grow by what its document type declares. */
const mostGrowth = 1_000_000;
/** All counts are bounded: the engine keeps a place to come back to for each turn of a loop, and has room for so many. */
const entities = /<!ENTITY\s{1,100}([\w.-]{1,100})\s{1,100}(?:"([^"%<]{0,200})"|'([^'%<]{0,200})')\s{0,100}>/g;
const otherEntity = /&(?!#\w{1,10};)/;
const xmlEntities = /^(?:lt|gt|amp|quot|apos)$/;
const unendedAttribute =
  /<[\w:.-]{1,100}(?:\s{1,100}[\w:.-]{1,100}\s{0,9}=\s{0,9}(?:"[^"<]{0,4000}"|'[^'<]{0,4000}')){0,50}\s{1,100}[\w:.-]{1,100}\s{0,9}=\s{0,9}(?:"[^"<>]{0,4000}(?=>[^"<>]{0,300}<)|('[^'<>]{0,4000})(?=>[^'<>]{0,300}<))/g;
const surrogates = /&#(5[56]\d{3}|xd[89ab][\da-f]{2});&#(5[67]\d{3}|xd[c-f][\da-f]{2});/gi;

/** What a parser of XML would not read as it was meant, in ways that a parser needs not know of. `prolog` stands before the root. */
export function mendXml(source: string, prolog: string): string {
  return joinedSurrogates(withDeclaredEntities(endedData(source), prolog));
}

/**
 * Values of attributes whose second quote is missing, ended where their tag does: no such value may hold `<`. Kept for
 * feeds that show more of articles so than otherwise. Linear in the length.
 */
export function endedAttributes(source: string): string {
  return source.replace(unendedAttribute, (written, single?: string) => {
    const quote = single === undefined ? '"' : "'";
    return written.endsWith('/') ? `${written.slice(0, -1)}${quote}/` : `${written}${quote}`;
  });
}

/** Character data that swallows the end of its item was not ended: it ends where its element does. Linear in the length. */
function endedData(source: string): string {
  const parts: string[] = [];
  let from = 0;
  let end = 0;
  let tag: RegExpExecArray | null | undefined;
  for (let at = source.indexOf(openData); at >= 0 && parts.length < mostMended; at = source.indexOf(openData, at)) {
    at += openData.length;
    if (end < at) end = source.indexOf(endData, at) >>> 0;
    // Searched for again only behind the one that is known, and never again where there is none.
    if (tag === undefined || (tag && tag.index < at)) {
      itemTag.lastIndex = at;
      tag = itemTag.exec(source);
    }
    const isEnded = !tag || tag.index > end || tag[1] === '';
    const name = isEnded ? undefined : lastTag.exec(source.slice(Math.max(0, at - 300), at - openData.length))?.[1];
    const before = name === undefined ? -1 : source.slice(at, tag?.index).indexOf(`</${name}`);
    if (before >= 0) {
      parts.push(source.slice(from, at + before), endData);
      from = at += before;
    } else {
      at = Math.min(end, source.length);
    }
  }
  return parts.length === 0 ? source : parts.join('') + source.slice(from);
}

/** Plain entities of a document type. Those that stand for others, for markup or for much are left alone, so that nothing grows. */
function withDeclaredEntities(source: string, prolog: string): string {
  const declared = new Map<string, string>();
  for (const [, name = '', double, single] of prolog.matchAll(entities)) {
    const value = double ?? single ?? '';
    if (!otherEntity.test(value) && !declared.has(name) && !xmlEntities.test(name)) declared.set(name, value);
  }
  if (declared.size === 0) return source;
  let room = mostGrowth;
  return source.replace(/&([\w.-]{1,100});/g, (written, name: string) => {
    const value = declared.get(name);
    if (value === undefined || value.length > room) return written;
    room -= value.length;
    return value;
  });
}

/** Characters beyond the first plane, written as the two halves that some languages store them in. */
function joinedSurrogates(source: string): string {
  return source.replace(surrogates, (written, high: string, low: string) => {
    const [first, second] = [codeOf(high), codeOf(low)];
    return first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000 ? String.fromCharCode(first, second) : written;
  });
}

function codeOf(digits: string): number {
  return Number(digits.replace(/^x/i, '0x'));
}
