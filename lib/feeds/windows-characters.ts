import { replaceCodePoint } from 'entities/decode';

/**
 * Latin-1 has invisible controls at 0x80 to 0x9F, Windows-1252 quotes and dashes. Whoever wrote one of the former into
 * prose, as a byte or as `&#150;`, meant one of the latter.
 */
export function withWindowsCharacters(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => String.fromCodePoint(replaceCodePoint(control.charCodeAt(0))));
}
