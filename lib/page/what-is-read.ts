/** These show nothing and part no words. */
const invisible = /^(script|style|noscript|template|link|meta|title|area|datalist|r[tp]|del)$/;

/** Nothing in these is an article's text, whatever they look like. */
const neverRead =
  /^(i?frame|object|embed|canvas|svg|math|audio|video|img|picture|map|button|input|select|textarea|option|output|progress|meter|label|legend|code|kbd|samp|menu)$/;

/** What usually holds something else than the article; `find-article.ts` has the last word. */
const besideTag = /^(nav|aside|footer|form|search)$/;
const besideRole = /^(navigation|complementary|contentinfo|search|toolbar|menu(bar)?|tablist|banner|status|alert|log|form|tooltip)$/;
/** Words of class names and ids, in whole. */
const besideName = words([
  'ads?|advert\\w*|sponsor\\w*|promo\\w*|outbrain|taboola|teads|shop|teasers?',
  'shar(e|es|ing)|social|related\\w*|rec(ircul|ommend)\\w*|read-?(more|next|also)|more-?(on|stories|news|from)|up-?next|onward|trending|latest|popular|most-?\\w+',
  '(pay|reg|sub)?-?(wall|gate)|offers?|newsletters?|subscri\\w*|sign-?up|log-?in|regist\\w*',
  'breadcrumbs?|pag(ination|er)|menu|nav(bar|box|igation)?|side-?bar|toolbar|masthead|footer|cookies?|consent|gdpr|modal|popup|overlay|lightbox|tooltip',
  'tags|tag-?(list|cloud)|topics|keywords|author-?(bio|box|info)|bio|(by|date)-?line|time-?stamp|copyright|disclaimer|toc|bottom-of-\\w+|ref(list|erences)|mw-editsection|no-?print',
]);
const commentsName = words(['comment\\w*|disqus|replies|respond|discussion']);

export function isInvisible(element: Element): boolean {
  return invisible.test(element.localName);
}

/** Text that is edited belongs to the reader, not to the article. */
export function isNeverRead(element: Element): boolean {
  return neverRead.test(element.localName) || isEditable(element) || isFootnoteMark(element) || isPlainCode(element);
}

/** What is `apart`, comments and whatever lies over the page, may be longer than the article. */
export type BesideKind = 'apart' | 'other';

/** As what the element stands beside the article rather than in it, if its tag, role or name says so. */
export function besideKindOf(element: Element, { position }: CSSStyleDeclaration): BesideKind | undefined {
  const name = separated(['id', 'class', 'data-testid', 'data-component'].map((from) => element.getAttribute(from)).join(' ').slice(0, longestName));
  if (commentsName.test(name) || position === 'fixed' || (element.getAttribute('role') ?? element.localName).endsWith('dialog')) return 'apart';
  const isBeside =
    besideTag.test(element.localName) || besideRole.test(element.getAttribute('role') ?? '') || besideName.test(name);
  return isBeside ? 'other' : undefined;
}

const longestName = 1_000;

function words(patterns: readonly string[]): RegExp {
  return new RegExp(`(^|[\\s_-])(${patterns.join('|')})(?=$|[\\s_-])`, 'i');
}

/** relatedLinks → related-Links */
function separated(name: string): string {
  return name.replace(/([a-z])(?=[A-Z])/g, '$1-');
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
