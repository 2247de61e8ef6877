import { limits } from './limits';

/** Parameters that say where a reader came from, not what the page is. */
const trackingParameter =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs(enc|mi)|mkt_tok|xtor|cmpid|cmp|ocid|ncid|icid|ito|ftag|partner|feature|feedtype|feedname|at_(medium|campaign|link\w*|format|bbc\w*|ptr\w*)|ns_(mchannel|source|campaign|linkname|fee)|wt\.\w+|s?cid|ref(_?src)?|src|rss|source|guccounter|guce_\w+|__twitter_impression)$/i;
/** Of these, too common as a page's own parameter; they only count with a value that speaks of feeds or sharing. */
const ambiguousParameter = /^(cmp|partner|feature|s?cid|ref|src|source)$/i;
const trackingValue = /^$|rss|feed|syndicat|twitter|facebook|newsletter|social/i;

/** A fragment that names no place in a page. */
const trackingPlace = /^#(?:$|rss\b|utm_|xtor=|echobox=|ref=|at_|ns_|cmp)/i;

/**
 * The address an article is known by: tracking parameters and the fragment are off, except for fragments that a page
 * routes by (`#!…`, `#/…`). Undefined for what is no http(s) address or longer than the model allows.
 */
export function canonicalAddress(address: string): string | undefined {
  const url = parseWebAddress(address);
  if (!url) return undefined;
  if (!/^#[!/]/.test(url.hash)) url.hash = '';
  url.username = '';
  url.password = '';
  const kept = [...url.searchParams].filter(([name, value]) => !isTracking(name, value));
  // Only touched when something goes: writing the parameters back would encode the rest of them anew.
  if (kept.length < [...url.searchParams].length) {
    url.search = '';
    for (const [name, value] of kept) url.searchParams.append(name, value);
  }
  return url.href.length <= limits.urlLength ? url.href : undefined;
}

/**
 * What a reader opens: the canonical address with the place in the page, spelled as it is where nothing is taken off.
 * Undefined as for `canonicalAddress`.
 */
export function openingAddress(address: string): string | undefined {
  const canonical = canonicalAddress(address);
  if (canonical === undefined || canonical.includes('#')) return canonical;
  const { hash: place, href } = new URL(address.trim());
  const opened = `${canonical}${trackingPlace.test(place) ? '' : place}`;
  if (opened === href) return address.trim();
  return opened.length <= limits.urlLength ? opened : canonical;
}

/**
 * A key that is equal for the usual ways to write one page's address: http or https, `www.`, a slash or `index.html`
 * at the end, order of parameters. For comparing only; it opens nothing.
 */
export function addressKey(address: string): string {
  const canonical = canonicalAddress(address);
  if (canonical === undefined) return address;
  const url = new URL(canonical);
  url.searchParams.sort();
  const host = url.host.replace(/^(www|m|mobile|amp)\.(?=[^.]+\.[^.]+)/, '');
  const path = url.pathname.replace(/\/(index\.\w+)?$/, '').replace(/\/amp$/, '');
  return `${host}${path}${url.search}${url.hash}`;
}

/**
 * A key that is equal for a feed under both schemes, with slashes at its end or without. All else counts, whatever a
 * parameter is called: `?rss=sport` is another feed than `?rss=news`.
 */
export function feedKey(address: string): string {
  const url = parseWebAddress(address);
  return url ? `${url.host}${url.pathname.replace(/\/+$/, '')}${url.search}` : address;
}

/**
 * The id of an article that brings none of its own: equal for the usual ways to write its address, so that an article
 * is one whether a feed links to it with or without `www.`.
 */
export function articleIdOf(address: string): string {
  return boundedId(canonicalAddress(address) === undefined ? address : `https://${addressKey(address)}`);
}

/** The text itself where an id may be so long, else its beginning and a hash of all of it. */
export function boundedId(text: string): string {
  return text.length <= limits.idLength ? text : `${text.slice(0, limits.idLength - 20)}#${hash(text)}`;
}

/** Undefined for what is no http(s) address. Blanks around and line breaks within are forgiven, as browsers do. */
export function parseWebAddress(address: string, base?: string | URL): URL | undefined {
  try {
    const url = new URL(address.trim(), base);
    return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : undefined;
  } catch {
    return undefined;
  }
}

function isTracking(name: string, value: string): boolean {
  return trackingParameter.test(name) && (!ambiguousParameter.test(name) || trackingValue.test(value));
}

/** Two 32-bit FNV-1a hashes, one from each end, as 16 hex digits: short, stable, enough for one reader's articles. */
export function hash(text: string): string {
  let forward = 0x811c9dc5;
  let backward = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    forward = Math.imul(forward ^ text.charCodeAt(at), 0x01000193);
    backward = Math.imul(backward ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
  }
  return [forward, backward].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** A host under both schemes: of one that is known by name alone, nobody knows which it has. */
export function addressesOfHost(host: string): [string, string] {
  return [`https://${host}/`, `http://${host}/`];
}
