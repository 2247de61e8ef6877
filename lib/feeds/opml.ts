import { fail, succeed, type Result } from '../errors/failure';
import { feedKey, parseWebAddress } from '../model/address';
import { limits } from '../model/limits';
import type { Source } from '../model/source';
import { decodeFeed } from './decode-feed';
import { mendOutlines } from './mend-outlines';
import { plainLine } from './plain-text';
import { typedAddress } from './typed-address';
import { readElements, type XmlElement } from './xml-elements';

/** A feed as a list of feeds names it. */
export interface ListedFeed {
  readonly url: string;
  readonly title: string;
  readonly link?: string;
  /** Names of the folders around it, the outermost first. */
  readonly folder: readonly string[];
}

export interface FeedList {
  readonly title: string;
  /** Each feed once, by the first way its address is written, in the order of the file. */
  readonly feeds: readonly ListedFeed[];
  /** What is named as a feed but has no address that can be asked. */
  readonly unusable: readonly { readonly title: string; readonly address: string }[];
  /** How many entries name a feed that is there already, further up. */
  readonly repeated: number;
  /** How many entries were left out, since there are more than can be taken. */
  readonly left: number;
}

/**
 * The feeds in an OPML file of any version, as programs and people write them: unescaped signs, folders in folders,
 * addresses in `url`, no types. What cannot be used is named, and the rest goes on. `not-opml` where there is no outline.
 */
export function parseOpml(bytes: Uint8Array): Result<FeedList> {
  const source = decodeFeed(bytes);
  const start = source.search(/<(?:[\w.-]+:)?opml[\s>]/i);
  const root = start < 0 ? undefined : readElements(mendOutlines(source.slice(start))).children[0];
  if (!root) return fail('not-opml');
  const feeds = new Map<string, ListedFeed>();
  const unusable: { title: string; address: string }[] = [];
  let repeated = 0;
  let left = 0;
  for (const { outline, folder } of outlinesIn(root)) {
    const written = writtenAddress(outline);
    if (written === undefined) continue;
    const url = written.trim() === '' || noAddress.test(written) ? undefined : typedAddress(written);
    if (url === undefined) {
      unusable.push({ title: titleOf(outline), address: written.trim().slice(0, 200) });
    } else if (feeds.has(feedKey(url))) {
      repeated++;
    } else if (feeds.size === limits.sources) {
      left++;
    } else {
      const link = parseWebAddress(outline.attributes.get('htmlurl') ?? '')?.href;
      feeds.set(feedKey(url), {
        url,
        title: titleOf(outline) || new URL(url).host.slice(0, limits.outletLength),
        link: link !== undefined && link.length <= limits.urlLength ? link : undefined,
        folder: folder.length > 0 ? folder : categoryOf(outline),
      });
    }
  }
  return succeed({ title: headTitle(root), feeds: [...feeds.values()], unusable, repeated, left });
}

/** The reader's sources as OPML 2.0, folders and all. `now` is ISO 8601. */
export function writeOpml(sources: readonly Pick<Source, 'url' | 'title' | 'link' | 'folder'>[], now: string): string {
  const top: Folder = { folders: new Map(), feeds: [] };
  for (const source of sources) {
    let folder = top;
    for (const name of source.folder ?? []) {
      const inner = folder.folders.get(name) ?? { folders: new Map(), feeds: [] };
      folder.folders.set(name, inner);
      folder = inner;
    }
    folder.feeds.push(source);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    '    <title>Sources of Sidelight</title>',
    `    <dateCreated>${new Date(now).toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...linesOf(top, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly feeds: Pick<Source, 'url' | 'title' | 'link'>[];
}

function linesOf({ folders, feeds }: Folder, indent: string): string[] {
  const inner = [...folders].flatMap(([name, folder]) => [
    `${indent}<outline ${attribute('text', name)} ${attribute('title', name)}>`,
    ...linesOf(folder, `${indent}  `),
    `${indent}</outline>`,
  ]);
  const own = feeds.map(({ title, url, link }) => {
    const home = link === undefined ? '' : ` ${attribute('htmlUrl', link)}`;
    return `${indent}<outline type="rss" ${attribute('text', title)} ${attribute('title', title)} ${attribute('xmlUrl', url)}${home}/>`;
  });
  return [...inner, ...own];
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\t': '&#9;' };

/** What XML cannot hold at all is left out. */
function attribute(name: string, value: string): string {
  const written = value.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '').replace(/[&<>"\n\t]/g, (sign) => marks[sign] ?? '');
  return `${name}="${written}"`;
}

/** All outlines with the names of those around them. Some files have no body. */
function* outlinesIn(parent: XmlElement, folder: readonly string[] = []): Generator<{ outline: XmlElement; folder: readonly string[] }> {
  for (const child of parent.children) {
    if (child.name === 'body') yield* outlinesIn(child, folder);
    if (child.name !== 'outline') continue;
    yield { outline: child, folder };
    const name = titleOf(child);
    const isFolder = name !== '' && writtenAddress(child) === undefined;
    yield* outlinesIn(child, isFolder ? [...folder, name].slice(0, limits.foldersPerSource) : folder);
  }
}

/** Of another kind than that of feeds ("tel:123", unlike "localhost:8080"), or a path that nobody says the site of. */
const noAddress = /^\s*(?:\/(?!\/)|(?!localhost:|(?:feed|rss|itpc|i?pcast|podcast):)[a-z][a-z0-9+-]*:(?!\/\/))/i;

/** Also one that a quote too few has put into the title. Undefined where the outline names no feed. */
function writtenAddress(outline: XmlElement): string | undefined {
  const { attributes } = outline;
  const named = attributes.get('xmlurl') ?? (isFeed(outline) ? attributes.get('url') : undefined);
  return named ?? [...attributes.values()].map((value) => swallowed.exec(value)?.[1]).find((address) => address !== undefined);
}

const swallowed = /\bxmlUrl\s*=\s*["']?([^"'\s>]*)/i;

function isFeed({ attributes }: XmlElement): boolean {
  return /^(?:rss|atom|feed|rdf|json)/i.test(attributes.get('type') ?? '');
}

function titleOf({ attributes }: XmlElement): string {
  const written = [attributes.get('title'), attributes.get('text')].find((value) => value !== undefined && value.trim() !== '') ?? '';
  return plainLine({ value: written.replace(/\s+xmlUrl\s*=.*$/is, ''), markup: 'text' }).slice(0, limits.outletLength).replace(/[\ud800-\udbff]$/, '').trim();
}

/** "/News/Local,/Favourites" is News, and Local in it: how flat lists say where a feed belongs. */
function categoryOf({ attributes }: XmlElement): string[] {
  const [first = ''] = (attributes.get('category') ?? '').split(',');
  if (!first.startsWith('/')) return [];
  return first.split('/').map((name) => name.trim().slice(0, limits.outletLength)).filter((name) => name !== '').slice(0, limits.foldersPerSource);
}

function headTitle(root: XmlElement): string {
  const title = root.children.find(({ name }) => name === 'head')?.children.find(({ name }) => name === 'title');
  return plainLine({ value: title?.text ?? '', markup: 'text' }).slice(0, limits.titleLength);
}
