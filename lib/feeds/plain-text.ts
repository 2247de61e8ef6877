import { decodeHTML } from 'entities/decode';
import { Parser } from 'htmlparser2';
import type { RawText } from './parsed-feed';
import { withWindowsCharacters } from './windows-characters';

/** Elements whose content is not for reading. */
const hidden = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'object', 'select', 'textarea', 'title', 'head']);
/** Elements that stand on lines of their own. */
const blocks = new Set(
  ('p div h1 h2 h3 h4 h5 h6 li ul ol blockquote tr table section article figure figcaption header footer pre dd dt dl hr ' +
    'aside main nav br').split(' '),
);
/** What begins an element, or ends one; `<3` and `a < b` are no tags. */
const tags = /<(\/?)([a-z][\w:.-]*)(?:\s[^<>]*)?(\/?)>/gi;
/** Elements that are complete without an end. */
const endless = /^(?:p|br|hr|img|li|wbr|input|td|tr|th|dt|dd|link|meta)$/;
const otherMarkup = /<!--|<!\[CDATA\[/;
const reference = /&(?:#\w+|[a-z]\w+);/i;
/** Nobody means to show these; what stands for an angle bracket may be meant. */
const escapedTwice = /&(?:#\d{2,7}|#x[\da-f]{2,6}|amp|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip);/gi;
const cdataMark = /<!\[CDATA\[|\]\]>/g;
/** Controls, and what turns the writing of all that follows around. */
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u202d\u202e\u2060\ufeff\ufffe\uffff]/g;
/** Nested this deep, it is no article: reading ends there, since the parser's time grows with the depth. */
const deepest = 500;

/** One line of plain text, for titles and names. References that were escaped once too often are read all the same. */
export function plainLine(text: RawText): string {
  const line = plainBlock(text).replace(/\s+/g, ' ').trim();
  if (text.markup === 'text' || !line.includes('&')) return line;
  return tidy(line.replace(escapedTwice, (found) => decodeHTML(found)));
}

/** Plain text with one line for each block of the markup. Linear in the length of the text. */
export function plainBlock({ value, markup }: RawText): string {
  if (markup === 'html' || (markup === 'unknown' && hasElements(value))) return tidy(textOf(value));
  return tidy(markup === 'unknown' && reference.test(value) ? decodeHTML(value) : value);
}

/** Whether tags in it are markup: they come in pairs, or need none. "How to use <dialog>" only talks about one. */
function hasElements(value: string): boolean {
  if (!value.includes('<')) return false;
  const opened = new Set<string>();
  for (const [, end, name = '', isComplete] of value.matchAll(tags)) {
    const tag = name.toLowerCase();
    if (endless.test(tag) || isComplete !== '' || (end !== '' && opened.has(tag))) return true;
    if (end === '') opened.add(tag);
  }
  return otherMarkup.test(value);
}

function textOf(html: string): string {
  const parts: string[] = [];
  let depth = 0;
  let hiddenDepth = 0;
  const parser = new Parser(
    {
      onopentagname(written) {
        const name = withoutPrefix(written);
        depth++;
        if (hidden.has(name)) hiddenDepth++;
        if (blocks.has(name)) parts.push('\n');
        if (depth > deepest) parser.pause();
      },
      onclosetag(written) {
        const name = withoutPrefix(written);
        depth--;
        if (hidden.has(name)) hiddenDepth--;
        if (blocks.has(name)) parts.push('\n');
      },
      ontext(text) {
        // Line breaks in the source are blanks; only blocks make lines.
        if (hiddenDepth === 0) parts.push(text.replace(/\s+/g, ' '));
      },
    },
    // Feeds write markup as XHTML, where `<iframe/>` is complete.
    { recognizeSelfClosing: true },
  );
  // What is marked as character data once more, inside a value that was, is markup all the same.
  parser.end(html.replace(cdataMark, ''));
  return parts.join('');
}

/** XHTML in a feed may have one. */
function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function tidy(text: string): string {
  return withWindowsCharacters(text)
    .replace(invisible, '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
