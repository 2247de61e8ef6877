import { decodeHTMLStrict } from 'entities/decode';
import { quotedAttributes } from './quoted-attributes';

/** Outlines longer than this are left as they are: the patterns below keep a place to come back to for each turn of a loop. */
const longest = 100_000;
const wellFormed = /^(?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/;
const openTag = /^(?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*>/;
const endTag = /^<\/(?:outline|body|opml)\s*>$/i;
const longestEndTag = 100;
const unendedAddress = /\sxmlUrl\s{0,9}=\s{0,9}"([^"\s<>]+)[^"]*$/i;

/** Of HTML, which XML does not know: what lists of feeds made by programs for the web have. */
const namedLetter = /&(?!(?:amp|lt|gt|quot|apos);)[a-z][a-z\d]{1,30};/gi;

/**
 * OPML whose outlines hold quotes and tags that were not escaped, with these escaped, and whose feeds nobody ended, with
 * these ended, and with the letters that HTML has names for. What is well formed stays as it is. Linear in the length.
 */
export function mendOutlines(source: string): string {
  const parts = withLetters(source)
    .split(/(<(?:[\w.-]+:)?outline(?=[\s/>]))/i)
    .map((part, at) => (at % 2 === 1 || at === 0 || part.length > longest || wellFormed.test(part) ? part : mend(part)));
  const opened = parts.filter((part, at) => at > 0 && at % 2 === 0 && part.length <= longest && openTag.test(part)).length;
  const ended = source.match(/<\/(?:[\w.-]+:)?outline\s*>/gi)?.length ?? 0;
  // A feed that is not ended would hold all that follow, in any depth.
  return parts.map((part, at) => (opened > ended && at > 0 && at % 2 === 0 ? withEnd(part) : part)).join('');
}

function withLetters(source: string): string {
  return source.replace(namedLetter, (written) => {
    const letter = decodeHTMLStrict(written);
    return /[&<>"']/.test(letter) ? written : letter;
  });
}

/** A feed's outline that is ended neither in itself nor right behind it, ended in itself. */
function withEnd(part: string): string {
  const tag = part.length > longest ? undefined : openTag.exec(part)?.[0];
  if (tag === undefined || !/\sxmlurl\s*=/i.test(tag) || /^\s*<\//.test(part.slice(tag.length))) return part;
  return `${tag.slice(0, -1)}/>${part.slice(tag.length)}`;
}

/** From behind the name of the tag to before the next outline. */
function mend(part: string): string {
  const end = beforeEndTags(part);
  const tag = part.slice(0, end);
  const isComplete = tag.endsWith('/>');
  if (!tag.endsWith('>')) return part;
  const found = quotedAttributes(tag.slice(0, isComplete ? -2 : -1));
  // Without quotes, or with others, the parser forgives more.
  if (found.length === 0) return part;
  // Its address without a quote behind it would go with all that follows.
  const unended = found.some(([name]) => /^xmlurl$/i.test(name)) ? undefined : unendedAddress.exec(tag)?.[1];
  const written = [...found, ...(unended === undefined ? [] : [['xmlUrl', unended] as const])].map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `${written.join('')}${isComplete ? '/' : ''}>${part.slice(end)}`;
}

/** Where the ends of outlines and of the whole begin that stand behind the tag. */
function beforeEndTags(part: string): number {
  let end = part.trimEnd().length;
  for (;;) {
    const start = part.lastIndexOf('<', end - 1);
    if (start < 0 || end - start > longestEndTag || !endTag.test(part.slice(start, end))) return end;
    end = start;
    while (end > 0 && /\s/.test(part.charAt(end - 1))) end--;
  }
}

/** What was escaped already stays so. */
function escaped(value: string): string {
  return value.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
