/*
 * Words rather than patterns wherever words will do: the browser makes machine code of a pattern that it meets twice, in
 * every tab, 60 kB for as many words as `besideNames` has.
 */

/** These show nothing and part no words. */
const invisible = setOf('script style noscript template link meta title area datalist rt rp del');

/** Nothing in these is an article's text, whatever they look like. */
const neverRead = setOf(
  'iframe frame object embed canvas svg math audio video img picture map button input select textarea option output progress meter ' +
  'label legend code kbd samp menu',
);

/** What usually holds something else than the article; `find-article.ts` has the last word. */
const besideTagOrRole = setOf(
  'nav aside footer navigation complementary contentinfo search toolbar menu menubar tablist banner status alert log form tooltip',
);
/** Words of class names and ids, in whole, be they written in one or with a hyphen. */
const besideNames = setOf(
  'ad ads outbrain taboola teads shop share shares sharing social upnext ' +
  'onward trending latest popular gate signup login support menu ' +
  'nav sidebar toolbar masthead footer modal popup overlay lightbox tooltip tags taglist tagcloud ' +
  'topics keywords bio byline dateline timestamp copyright disclaimer toc bottomof reflist references ' +
  'mweditsection noprint',
);
/** Words that begin so, whatever their end. */
const besideBeginning = /^((pay|reg)?wall$|advert|author(b|inf)|breadcrumb|more(on|s|n|f)|most.|nav(b|igati)|newsletter|offers?$|pag(inat|er)|promo|read(mo|ne|al)|recircul|recommend|regist|related|sponsor|subscri|teaser)/;
const apartName = /^(comment|cookie|(consent|gdpr|disqus|replies|respond|discussion)$)/;

export function isInvisible(element: Element): boolean {
  return invisible.has(element.localName);
}

/** Text that is edited belongs to the reader, not to the article. */
export function isNeverRead(element: Element): boolean {
  return neverRead.has(element.localName) || isEditable(element) || isFootnoteMark(element) || isPlainCode(element);
}

/** What is `apart`, comments, questions about cookies and whatever lies over the page, may be longer than the article. */
export type BesideKind = 'apart' | 'other';

/** As what the element stands beside the article rather than in it, if its tag, role or name says so. */
export function besideKindOf(element: Element, { position }: CSSStyleDeclaration): BesideKind | undefined {
  const role = element.getAttribute('role') ?? '';
  let kind: BesideKind | undefined = besideTagOrRole.has(element.localName) || besideTagOrRole.has(role) ? 'other' : undefined;
  if (position === 'fixed' || (role || element.localName).endsWith('dialog')) return 'apart';
  // Elements of the page's own making have a name as well: amp-ad.
  const made = element.localName.includes('-') ? element.localName : '';
  const names = [made, ...['id', 'class', 'data-testid', 'data-component'].map((from) => element.getAttribute(from))].join(' ').slice(0, longestName);
  // relatedLinks → related-links
  for (const name of names.replace(/([a-z])(?=[A-Z])/g, '$1-').toLowerCase().split(/[\s_]+/)) {
    let before = '';
    for (const word of name.split('-')) {
      if (apartName.test(word)) return 'apart';
      for (const one of [word, before + word]) if (besideNames.has(one) || besideBeginning.test(one)) kind = 'other';
      before = word;
    }
  }
  return kind;
}

const longestName = 1_000;

/** 1 to 6 in a heading, be it written as one or said to be one; else 0. */
export function headingOf(element: Element): number {
  const { localName } = element;
  if (/^h[1-6]$/.test(localName)) return Number(localName.charAt(1));
  if (element.matches('[itemprop~=headline],[role=heading][aria-level="1"]')) return 1;
  return element.matches('[role=heading]') ? 2 : 0;
}

function isEditable(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  return (editable !== null && editable !== 'false') || element.getAttribute('role') === 'textbox';
}

/** Some agencies send whole stories in `pre`; no program has as many words in a row. */
function isPlainCode(element: Element): boolean {
  return element.localName === 'pre' && !/(?:[\p{L}’'-]+[.,]?\s+){20}/u.test(element.textContent.slice(0, longestName));
}

/** "Sessions[1]": the figure is no part of the word it hangs on. */
function isFootnoteMark(element: Element): boolean {
  return element.localName === 'sup' && element.querySelector('a') !== null;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
