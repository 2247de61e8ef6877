const openData = '<![CDATA[';
const endData = ']]>';
/** Feeds with more of them are beyond help, and the time for it must stay bounded. */
const mostMended = 100;
const itemTag = /<(\/?)(?:item|entry)[\s>]/gi;
/** The element that character data stands in, at the end of what comes before. */
const lastTag = /<([\w:.-]+)(?:\s[^<>]*)?>[^<]*$/;
const longestEntity = 200;
/** By how much the text of a feed may grow by what its document type declares. */
const mostGrowth = 1_000_000;
const entities = /<!ENTITY\s+([\w.-]+)\s+(?:"((?:[^"&%<]|&#\w+;)*)"|'((?:[^'&%<]|&#\w+;)*)')\s*>/g;
const xmlEntities = /^(?:lt|gt|amp|quot|apos)$/;
const surrogates = /&#(5[56]\d{3}|xd[89ab][\da-f]{2});&#(5[67]\d{3}|xd[c-f][\da-f]{2});/gi;

/** What a parser of XML would not read as it was meant, in ways that a parser needs not know of. `prolog` stands before the root. */
export function mendXml(source: string, prolog: string): string {
  return joinedSurrogates(withDeclaredEntities(endedData(source), prolog));
}

/** Character data that swallows the end of its item was not ended: it ends where its element does. */
function endedData(source: string): string {
  const parts: string[] = [];
  let from = 0;
  let end = 0;
  for (let at = source.indexOf(openData); at >= 0 && parts.length < mostMended; at = source.indexOf(openData, at)) {
    at += openData.length;
    if (end < at) end = source.indexOf(endData, at) >>> 0;
    itemTag.lastIndex = at;
    const tag = itemTag.exec(source);
    const isEnded = !tag || tag.index > end || tag[1] === '';
    const name = isEnded ? undefined : lastTag.exec(source.slice(Math.max(0, at - 300), at - openData.length))?.[1];
    const close = name === undefined ? -1 : source.indexOf(`</${name}`, at);
    if (close >= 0 && tag && close < tag.index) {
      parts.push(source.slice(from, close), endData);
      from = at = close;
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
    if (value.length <= longestEntity && !declared.has(name) && !xmlEntities.test(name)) declared.set(name, value);
  }
  if (declared.size === 0) return source;
  let room = mostGrowth;
  return source.replace(/&([\w.-]+);/g, (written, name: string) => {
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
