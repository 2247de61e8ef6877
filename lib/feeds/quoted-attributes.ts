/**
 * Names and values of the attributes in a tag whose values may hold double quotes that nobody escaped: a quote ends a
 * value only where another attribute or the end of the tag follows. Linear in the length.
 */
export function quotedAttributes(inner: string): (readonly [name: string, value: string])[] {
  const quotes = quotesOf(inner);
  const found: (readonly [string, string])[] = [];
  let end = 0;
  for (let at = 0; at < quotes.length; at++) {
    const { place, name } = quotes[at] ?? { place: 0, name: '' };
    if (name === '') continue;
    end = Math.max(end, at + 1);
    while (end < quotes.length && !isEnd(inner, quotes, end)) end++;
    const last = quotes[end];
    if (!last) break;
    found.push([name, inner.slice(place + 1, last.place)]);
    at = end;
  }
  return found;
}

interface Quote {
  readonly place: number;
  /** Of the attribute whose value it could begin; empty where there is none before it. */
  readonly name: string;
  /** Where what belongs to it begins: the name, else the quote. */
  readonly start: number;
}

function quotesOf(inner: string): Quote[] {
  const quotes: Quote[] = [];
  for (let place = inner.indexOf('"'); place >= 0; place = inner.indexOf('"', place + 1)) {
    const sign = before(inner, place, /\s/);
    const nameEnd = inner[sign - 1] === '=' ? before(inner, sign - 1, /\s/) : sign;
    const start = inner[sign - 1] === '=' ? before(inner, nameEnd, /[\w:-]/) : place;
    quotes.push({ place, name: inner.slice(start, inner[sign - 1] === '=' ? nameEnd : start), start });
  }
  return quotes;
}

/** Where what such characters make up begins that ends before `end`. No run of them reaches over a quote. */
function before(inner: string, end: number, characters: RegExp): number {
  let at = end;
  while (at > 0 && characters.test(inner.charAt(at - 1))) at--;
  return at;
}

/** Whether blanks and another attribute follow this quote, or nothing. */
function isEnd(inner: string, quotes: readonly Quote[], at: number): boolean {
  const from = (quotes[at]?.place ?? 0) + 1;
  const next = quotes[at + 1];
  if (!next) return inner.slice(from).trim() === '';
  return next.name !== '' && next.start > from && inner.slice(from, next.start).trim() === '';
}
