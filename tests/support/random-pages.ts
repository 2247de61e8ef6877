import fc from 'fast-check';

/** A text, or an element to be made with the DOM's own methods, which nest what no parser would. */
export type PageNode = string | PageElement;

export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PageNode[];
  /** It stands in so many of its kind, one in the other; at some hundreds browsers themselves take seconds to lay that out. */
  readonly depth: number;
  /** Its children stand in an open shadow root. */
  readonly isHost: boolean;
}

const sentence = 'The council met in the old hall, heard both sides at some length, and put the vote off until the autumn, as it had before. ';
const texts = fc.oneof(
  fc.constantFrom(sentence, sentence.repeat(4), 'Jeff Sessions', ' ', '\n\n', '\u00ad', '\u200b\u200b', '\u00a0', 'Jeff\u00adSes', 'sions', '🗞️', '\ud83d', '\udc00', '\u202eabc', 'ﷺ', '議会は旧館で開かれ、双方の言い分を聞いた。'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const tags = fc.constantFrom(
  'p', 'p', 'p', 'div', 'div', 'span', 'b', 'a', 'article', 'main', 'section', 'h1', 'h2', 'ul', 'li', 'br', 'table', 'tr', 'td', 'nav', 'aside', 'footer', 'form', 'input',
  'textarea', 'select', 'button', 'code', 'pre', 'script', 'style', 'noscript', 'template', 'svg', 'math', 'ruby', 'rt', 'sup', 'details', 'summary', 'dialog', 'slot',
  'img', 'object', 'canvas', 'font', 'center', 'x-thing', 'body', 'html', 'head', 'base', 'link', 'meta', 'title',
);
const words = ['share', 'comments', 'related-stories', 'ad', 'sidebar', 'x', ''];
const looks = ['display:none', 'display:contents', 'display:inline-block', 'visibility:hidden', 'position:absolute;clip:rect(0,0,0,0)', 'float:left', 'opacity:0', 'font-size:0', 'display:table-cell', 'direction:rtl', 'content-visibility:hidden'];
const attributes = fc.dictionary(fc.constantFrom('class', 'id', 'role', 'style', 'hidden', 'contenteditable', 'href', 'lang', 'dir', 'slot', 'itemprop', 'datetime', 'content', 'property', 'rel', 'aria-hidden', 'open'),
  fc.oneof(fc.constantFrom(...words, ...looks), fc.constantFrom('article', 'textbox', 'navigation', 'true', 'false', 'articleBody', 'datePublished', 'canonical', '2017-11-14', '__proto__', 'x'.repeat(5_000))), { maxKeys: 3 });

/** Elements, none of them named like what a document or a form has of its own. */
const trees = fc.letrec<{ node: PageNode; element: PageElement }>((tie) => ({
  node: fc.oneof({ maxDepth: 5, withCrossShrink: true }, texts, tie('element'), tie('element')),
  element: fc.record({
    tag: tags, attributes, children: fc.array(tie('node'), { maxLength: 6 }),
    depth: fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 2, 10, 60), isHost: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
  }),
}));

export const randomBody: fc.Arbitrary<readonly PageNode[]> = fc.array(trees.node, { minLength: 1, maxLength: 8 });
