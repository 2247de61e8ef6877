/** Outlines longer than this are left as they are. */
const longest = 8_000;
const wellFormed = /^(?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/;
/** A quote ends a value only where another attribute or the end of the tag follows: titles hold quotes that nobody escaped. */
const attributes = /([\w:-]+)\s*=\s*"([\s\S]*?)"(?=\s+[\w:-]+\s*=\s*"|\s*$)/g;

/** OPML whose outlines hold quotes and tags that were not escaped, with these escaped. What is well formed stays as it is. */
export function mendOutlines(source: string): string {
  return source
    .split(/(<outline(?=[\s/>]))/i)
    .map((part, at) => (at % 2 === 1 || at === 0 || part.length > longest || wellFormed.test(part) ? part : mend(part)))
    .join('');
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
  const written = [...inner.matchAll(attributes)].map(([, name = '', value = '']) => ` ${name}="${escaped(value)}"`);
  return `${written.join('')}${isComplete ? '/' : ''}>${part.slice(end)}`;
}

/** What was escaped already stays so. */
function escaped(value: string): string {
  return value.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
