import type { Article } from '../../../lib/model/article';

const filler = '\n\nand so it went on as it does, with nothing else that anybody could have said about it';

/** Articles of as many outlets as there are texts, in prose enough to be read as such. */
export function articles(...texts: readonly string[]): Article[] {
  return texts.map((text, index) => ({
    id: `a${index}`,
    url: `https://outlet${index}.test/story`,
    title: `what happened on that day ${index}`,
    outlet: `Outlet ${index}`,
    text: `${text}${filler}`,
  }));
}
