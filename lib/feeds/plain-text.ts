import { decodeEntities } from './entities';
import type { RawText } from './parsed-feed';
import { endOfTag } from './tag-end';

/** Elements whose content is not for reading. */
const hidden = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'object', 'select', 'textarea', 'title', 'head']);
/** Elements that stand on lines of their own. */
const blocks = new Set(
  ('p div h1 h2 h3 h4 h5 h6 li ul ol blockquote tr table section article figure figcaption header footer pre dd dt dl hr ' +
    'aside main nav br').split(' '),
);
const tagName = /<(\/?)([a-z][\w:.-]*)(?=[\s/>])/iy;
/** A tag that text would hardly mention; `<3` and `a < b` are no tags. */
const anyTag = /<\/?[a-z][\w:.-]*(?:\s[^<>]*)?\/?>|<!--|<!\[CDATA\[/i;
const reference = /&(?:#\w+|[a-z]\w+);/i;
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g;

/** One line of plain text, for titles and names. */
export function plainLine(text: RawText): string {
  return plainBlock(text).replace(/\s+/g, ' ').trim();
}

/** Plain text with one line for each block of the markup. Linear in the length of the text. */
export function plainBlock({ value, markup }: RawText): string {
  const isMarkup = markup === 'html' || (markup === 'unknown' && (anyTag.test(value) || reference.test(value)));
  return tidy(isMarkup ? stripMarkup(value) : value);
}

function stripMarkup(html: string): string {
  const parts: string[] = [];
  const addText = (text: string): void => {
    parts.push(decodeEntities(text.replace(/\s+/g, ' ')));
  };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    addText(html.slice(at, open));
    const tag = readTag(html, open);
    if (tag.isBlock) parts.push('\n');
    if (tag.isText) parts.push('<');
    at = tag.end;
  }
  addText(html.slice(at));
  return parts.join('').replaceAll(']]>', '');
}

/** What begins at this `<`, and where reading goes on after it. */
function readTag(html: string, open: number): { readonly end: number; readonly isBlock?: boolean; readonly isText?: boolean } {
  if (html.startsWith('<![CDATA[', open)) return { end: open + 9 };
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    return { end: end < 0 ? html.length : end + 3 };
  }
  if (/[!?]/.test(html.charAt(open + 1))) {
    const end = html.indexOf('>', open);
    return { end: end < 0 ? html.length : end + 1 };
  }
  tagName.lastIndex = open;
  const [, slash, written = ''] = tagName.exec(html) ?? [];
  const end = endOfTag(html, open);
  if (slash === undefined || html.charAt(end) !== '>') return { end: open + 1, isText: true };
  const name = written.toLowerCase();
  if (slash === '' && hidden.has(name) && html.charAt(end - 1) !== '/') {
    const closing = new RegExp(`</${name}\\s*>`, 'gi');
    closing.lastIndex = end;
    return { end: closing.test(html) ? closing.lastIndex : html.length, isBlock: true };
  }
  return { end: end + 1, isBlock: blocks.has(name) };
}

function tidy(text: string): string {
  return text
    .replace(invisible, '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
