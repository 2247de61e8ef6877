import { parseWebAddress } from '../model/address';
import { limits } from '../model/limits';

/** The address that a reader meant, from what people type and paste: without a scheme, with one of feed readers, with blanks around. */
export function typedAddress(typed: string): string | undefined {
  const trimmed = typed.trim().replace(/^feed:(\/\/)?(?=https?:)/i, '').replace(/^feed:(\/\/)?/i, 'https://');
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  const url = parseWebAddress(hasScheme ? trimmed : `https://${trimmed}`);
  if (!url || (!hasScheme && !/[.:]/.test(url.host)) || url.href.length > limits.urlLength) return undefined;
  url.hash = '';
  return url.href;
}
