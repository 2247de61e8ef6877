import { parseWebAddress } from '../model/address';
import { limits } from '../model/limits';

/** Of feed readers, podcast programs and mistakes. */
const readerScheme = /^(?:feed|rss|itpc|i?pcast|podcast):(?:\/\/)?/i;
/** What mail and chat put around an address. */
const around = /^[<("'“‘«](.*)[>)"'”’»]$/s;
const ownMachine = /^(?:localhost|127\.\d|\[::1\])/i;

/**
 * The address that a reader meant, from what people type and paste: without a scheme, with one of feed readers, in
 * quotes, with blanks around. A name to sign in with is left out: nothing is ever asked for with one.
 */
export function typedAddress(typed: string): string | undefined {
  const written = bare(typed);
  const url = parseWebAddress(hasScheme(written) ? written : `${ownMachine.test(written) ? 'http' : 'https'}://${written}`);
  if (!url || url.href.length > limits.urlLength) return undefined;
  // One word is no host, and what has a name before its host is an address of mail.
  if (!hasScheme(written) && (!/[.:]/.test(url.host) || url.username !== '')) return undefined;
  url.hash = url.username = url.password = '';
  return url.href;
}

/** The same without encryption, as some old sites still are; undefined where the reader said which of the two. */
export function unencryptedAddress(typed: string): string | undefined {
  const address = hasScheme(bare(typed)) ? undefined : typedAddress(typed);
  return address?.startsWith('https:') === true ? address.replace('https:', 'http:') : undefined;
}

function bare(typed: string): string {
  return typed.trim().replace(around, '$1').replace(readerScheme, '').replace(/^\/\//, '').trim();
}

function hasScheme(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}
