import type { RawText } from './parsed-feed';
import type { XmlElement } from './xml-elements';

/** Elements with attributes, and ends of those that hold paragraphs. */
const likelyMarkup = /<\w{1,20}\s{1,9}[\w-]{1,40}\s{0,9}=|<\/(?:p|div|ul|ol|li|table|blockquote|h[1-6])>|<[bh]r ?\/>|<!\[CDATA\[/i;

/** Text of an element whose format says nothing of markup. Elements in it are markup that somebody forgot to escape. */
export function markupText(element: XmlElement, source: string): RawText {
  if (element.children.length > 0) return { value: innerMarkup(element, source), markup: 'html' };
  return { value: element.text, markup: element.name === 'content:encoded' ? 'html' : 'unknown' };
}

/** Text of an Atom element by its `type` and, in Atom 0.3, its `mode`. */
export function typedText(element: XmlElement, source: string): RawText {
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? '';
  const mode = element.attributes.get('mode')?.trim().toLowerCase() ?? '';
  if (element.children.length > 0) return { value: innerMarkup(element, source), markup: 'html' };
  const isBinary = mode === 'base64' || (type.includes('/') && !/^text\/|[/+](xml|html|xhtml\+xml)$/.test(type));
  const value = (isBinary ? decodeBase64(element.text) : undefined) ?? element.text;
  if (type.includes('html')) return { value, markup: 'html' };
  // A type of text is often untrue: escaped paragraphs and attributes are a mistake, bare tags are what an article is about.
  const isText = /^text(?:\/plain)?$/.test(type) && !likelyMarkup.test(value);
  return { value: isText ? value.replaceAll('<', '&lt;') : value, markup: 'unknown' };
}

/** A name, else an address of mail, of a person as Atom or RSS writes one. */
export function personName(element: XmlElement): string {
  for (const name of ['name', 'email']) {
    const found = element.children.find((child) => child.name === name && child.text.trim() !== '');
    if (found) return found.text.trim();
  }
  if (element.children.some((child) => ['name', 'email', 'uri', 'url', 'homepage'].includes(child.name))) return '';
  return allText(element).trim();
}

/** Its text with that of the elements in it, which is all that unescaped markup around a name can mean. */
export function allText(element: XmlElement): string {
  return element.text + element.children.map(allText).join(' ');
}

/** With its marks of character data, which plain text leaves out. */
function innerMarkup({ innerStart, innerEnd }: XmlElement, source: string): string {
  return source.slice(innerStart, innerEnd);
}

/** Undefined where it is not base64 or does not hold text. */
function decodeBase64(written: string): string | undefined {
  try {
    const binary = atob(written.replace(/\s+/g, ''));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (unit) => unit.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
