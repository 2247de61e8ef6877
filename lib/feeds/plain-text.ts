import { decodeEntities } from './entities';
import type { RawText } from './parsed-feed';

const hidden = /<(script|style|template|noscript|svg|iframe|object|select)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const comments = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[|\]\]>|<![a-z][^>]*>|<\?[\s\S]*?\?>/gi;
const breaks = /<(?:\/?(?:p|div|h[1-6]|li|ul|ol|blockquote|tr|table|section|article|figure|figcaption|header|footer|pre|dd|dt|dl|hr|aside))\b(?:[^>"']|"[^"]*"|'[^']*')*>|<br\b[^>]*>/gi;
const tags = /<\/?[a-z][\w:.-]*(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?\/?>/gi;
const anyTag = /<\/?[a-z][\w:.-]*(?:\s[^<>]*)?\/?>/i;
/** A tag that text would hardly mention; `<3` and `a < b` are no tags. */
const reference = /&(?:#\w+|[a-z]\w+);/i;
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g;

/** One line of plain text, for titles and names. */
export function plainLine(text: RawText): string {
  return plainBlock(text).replace(/\s+/g, ' ').trim();
}

/** Plain text with one line for each block of the markup. */
export function plainBlock({ value, markup }: RawText): string {
  const isMarkup = markup === 'html' || (markup === 'unknown' && (anyTag.test(value) || reference.test(value)));
  return tidy(isMarkup ? stripMarkup(value) : value);
}

function stripMarkup(html: string): string {
  const spaced = html
    .replace(hidden, ' ')
    .replace(comments, '')
    .replace(/\s+/g, ' ')
    .replace(breaks, '\n')
    .replace(tags, '');
  return decodeEntities(spaced);
}

function tidy(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();
}
