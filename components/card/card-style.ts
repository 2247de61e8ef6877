import { unguessable } from './unguessable';

/** Sheets of the card's own: no policy of the page's reaches them. */
export function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Custom properties are the page's as well: one that it registers (`@property`) has its value wherever the card uses the name. */
export function privatelyNamed(): (css: string) => string {
  const secret = unguessable();
  return (css) => css.replaceAll('--', `--s${secret}-`);
}
