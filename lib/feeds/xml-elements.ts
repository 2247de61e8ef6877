import { Parser } from 'htmlparser2';
import { setAside } from './set-aside';
import { nameOf, withDeclarations, type Scope } from './xml-names';

/** An element as a feed reader needs it. Names are lower case; `name` carries the usual prefix of known namespaces. */
export interface XmlElement {
  /** "title" for RSS and Atom themselves, "dc:creator" and so on for others, whatever prefix the feed uses. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** Own text with entities decoded and CDATA as it is, without that of child elements. */
  text: string;
  /** Where its content stands in the source, markup and all. */
  readonly innerStart: number;
  innerEnd: number;
}

/** Elements nested deeper stand in the one of this depth: whoever walks the tree may call itself for each level. */
const deepest = 100;
/** Nested this deep, it is no feed: reading ends there, since the parser's time grows with the depth. */
const deepestOpen = 1_000;
/** More are in no feed that is shorter than the longest that is fetched, unless it is made to take long: reading ends there. */
const mostElements = 300_000;
/** More than anything is made of, in UTF-16 units. It comes in as many pieces as it has references. */
const longestText = 2_000_000;
/** What each of these stands in: it ends all that was left open there. */
const holders: Readonly<Record<string, RegExp>> = {
  item: /^(?:channel|items|rss|rdf:rdf)$/,
  entry: /^feed$/,
  channel: /^(?:rss|rdf:rdf)$/,
};

/** These hold words, and none of those: whoever wrote one in the other forgot to end the first. */
const leaves = /^(?:title|link|guid|id|pubdate|published|updated|category|comments)$/;
const besideLeaves = /^(?:title|link|guid|id|pubdate|published|updated|description|summary|content|content:encoded|author|category|comments|enclosure|dc:\w+)$/;
const holdLeaves = /^(?:item|entry|channel|feed)$/;

const noAttributes: ReadonlyMap<string, string> = new Map();

export interface XmlTree extends XmlElement {
  /** A value of an attribute holds the beginning of a tag, or all to the end of the text: its own quote may be missing. */
  hasSwallowed: boolean;
}

/** As the parser has it open. */
interface Open {
  readonly element: XmlElement;
  /** What holds the elements in it: itself, or the one around it at the greatest depth that is kept. */
  readonly holder: XmlElement;
  readonly scope: Scope;
  readonly depth: number;
  /** Ended by an item that began before its own end tag. */
  isOver: boolean;
}

/**
 * The elements of XML as people publish it. An end tag closes what is open inside its element, one that closes nothing
 * is dropped, a new item ends an unfinished one and whatever else stands open around it, and the end of the text ends everything, so that what is cut off still
 * gives what came before. Entities that a document type declares are never expanded, so they cannot grow.
 */
export function readElements(source: string): XmlTree {
  const root: XmlTree = { name: '', attributes: new Map(), children: [], text: '', innerStart: 0, innerEnd: source.length, hasSwallowed: false };
  const bottom: Open = { element: root, holder: root, scope: new Map(), depth: 0, isOver: false };
  const open: Open[] = [bottom];
  const aside = setAside(source);
  let elements = 0;
  /** The innermost that has not ended. Kept, since there are more texts than elements. */
  let innermost = bottom;
  const findInnermost = (): void => {
    let at = open.length - 1;
    while (at > 0 && open[at]?.isOver === true) at--;
    innermost = open[at] ?? bottom;
  };
  /** The name of what holds it. */
  const outer = (inner: Open): string => open.findLast(({ isOver, depth }) => !isOver && depth < inner.depth)?.element.name ?? '';
  const end = (each: Open): void => {
    if (!each.isOver) each.element.innerEnd = aside.placeOf(parser.startIndex);
    each.isOver = true;
    if (each === innermost) findInnermost();
  };
  const parser = new Parser(
    {
      onopentag(raw, written) {
        const names = Object.keys(written);
        const attributes = names.length === 0 ? noAttributes : new Map(Object.entries(written));
        root.hasSwallowed ||= names.some((name) => written[name]?.includes('<') === true);
        const scope = names.length === 0 ? innermost.scope : withDeclarations(innermost.scope, attributes);
        const name = nameOf(raw, scope);
        const holder = Object.hasOwn(holders, name) ? holders[name] : undefined;
        const held = holder ? open.findLastIndex(({ element, isOver }) => holder.test(element.name) && !isOver) : -1;
        if (held > 0) open.slice(held + 1).forEach(end);
        if (leaves.test(innermost.element.name) && besideLeaves.test(name) && holdLeaves.test(outer(innermost))) end(innermost);
        const start = aside.placeOf(parser.endIndex + 1);
        const element: XmlElement = { name, attributes, children: [], text: '', innerStart: start, innerEnd: source.length };
        const parent = innermost;
        parent.holder.children.push(element);
        innermost = { element, holder: parent.depth < deepest ? element : parent.holder, scope, depth: parent.depth + 1, isOver: false };
        open.push(innermost);
        if (open.length > deepestOpen || ++elements > mostElements) parser.pause();
      },
      onclosetag(_, isImplied) {
        root.hasSwallowed ||= isImplied && open.length === 2;
        const closed = open.length > 1 ? open.pop() : undefined;
        if (closed) end(closed);
        findInnermost();
      },
      ontext(text) {
        if (innermost.element.text.length < longestText) innermost.element.text += aside.textOf(text);
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(aside.source);
  return root;
}
