import { numberFormat } from '../kept-formats';

/** "1 article", "1,204 new articles". */
export function articlesInWords(count: number, locales: readonly string[], which = ''): string {
  return inWords(count, { one: 'article', many: 'articles', which }, locales);
}

export function sourcesInWords(count: number, locales: readonly string[]): string {
  return inWords(count, { one: 'source', many: 'sources', which: '' }, locales);
}

export function namesInWords(count: number, locales: readonly string[]): string {
  return inWords(count, { one: 'name', many: 'names', which: '' }, locales);
}

function inWords(count: number, { one, many, which }: { one: string; many: string; which: string }, locales: readonly string[]) {
  const noun = count === 1 ? one : many;
  return `${numberFormat(locales).format(count)} ${which === '' ? noun : `${which} ${noun}`}`;
}
