/** Outlines longer than this are left as they are. */
const longest = 8_000;
const wellFormed = /^(?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/;
const openTag = /^(?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*>/;
/** A quote ends a value only where another attribute or the end of the tag follows: titles hold quotes that nobody escaped. */
const attributes = /([\w:-]+)\s*=\s*"([\s\S]*?)"(?=\s+[\w:-]+\s*=\s*"|\s*$)/g;

/**
 * OPML whose outlines hold quotes and tags that were not escaped, with these escaped, and whose feeds nobody ended, with
 * these ended. What is well formed stays as it is.
 */
export function mendOutlines(source: string): string {
  const parts = source
    .split(/(<(?:[\w.-]+:)?outline(?=[\s/>]))/i)
    .map((part, at) => (at % 2 === 1 || at === 0 || part.length > longest || wellFormed.test(part) ? part : mend(part)));
  const opened = parts.filter((part, at) => at > 0 && at % 2 === 0 && openTag.test(part)).length;
  const ended = source.match(/<\/(?:[\w.-]+:)?outline\s*>/gi)?.length ?? 0;
  // A feed that is not ended would hold all that follow, in any depth.
  return parts.map((part, at) => (opened > ended && at > 0 && at % 2 === 0 ? withEnd(part) : part)).join('');
}

/** A feed's outline that is ended neither in itself nor right behind it, ended in itself. */
function withEnd(part: string): string {
  const tag = openTag.exec(part)?.[0];
  if (tag === undefined || !/\sxmlurl\s*=/i.test(tag) || /^\s*<\//.test(part.slice(tag.length))) return part;
  return `${tag.slice(0, -1)}/>${part.slice(tag.length)}`;
}

/** From behind the name of the tag to before the next outline. */
function mend(part: string): string {
  let end = part.length;
  for (let last = ''; last !== part.slice(0, end); ) {
    last = part.slice(0, end);
    end = last.replace(/<\/(?:outline|body|opml)\s*>$/i, '').trimEnd().length;
  }
  const tag = part.slice(0, end);
  const isComplete = tag.endsWith('/>');
  if (!tag.endsWith('>')) return part;
  const inner = tag.slice(0, isComplete ? -2 : -1);
  const found = [...inner.matchAll(attributes)];
  // Without quotes, or with others, the parser forgives more.
  if (found.length === 0) return part;
  const written = found.map(([, name = '', value = '']) => ` ${name}="${escaped(value)}"`);
  return `${written.join('')}${isComplete ? '/' : ''}>${part.slice(end)}`;
}

/** What was escaped already stays so. */
function escaped(value: string): string {
  return value.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
