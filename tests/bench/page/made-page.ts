/** Names that the pages hold and Sidelight is to mark; each stands in the text many times. */
export const madeNames = Array.from({ length: 50 }, (_, at) => `${['Al', 'Bren', 'Cor', 'Dun', 'Es'][at % 5] ?? ''}${['mere', 'wick', 'holt', 'dale', 'ford', 'stow', 'ley', 'combe', 'beck', 'thorpe'][Math.floor(at / 5)] ?? ''}`);

const words = 'the council said on that it would vote again before winter about what the report had found and who was to pay for the bridge over the river'.split(' ');
const nodesPerParagraph = 5;

/** An article of this many text nodes, paragraphs with a link and emphasis in each, and names in its first half, 500 unless said otherwise. */
export function madePage(textNodes: number, names = 500): string {
  const paragraphs = textNodes / nodesPerParagraph;
  let next = 0;
  const phrase = (seed: number, count: number): string => Array.from({ length: count }, (_, at) => words[(seed * 7 + at) % words.length]).join(' ');
  const body = Array.from({ length: paragraphs }, (_, at) => {
    let named = '';
    // As many as are due by now; in the first half of it, for of the longest the rest is not read.
    for (; next < Math.min(names, ((at + 1) * 2 * names) / paragraphs); next += 1) named += ` ${madeNames[next % madeNames.length] ?? ''} and`;
    return `<p>Report ${at}${named} ${phrase(at, 9)} <em>${phrase(at + 1, 2)}</em> ${phrase(at + 2, 8)} <a href="/${at}">${phrase(at + 3, 3)}</a> ${phrase(at + 4, 6)}.</p>`;
  });
  return `<!doctype html><html lang="en"><head><title>A long report</title>
<style>body { font: 18px/1.5 serif; width: 40em; margin: 2em auto } ::highlight(sidelight) { text-decoration: underline dotted }</style>
</head><body><article><h1>A long report</h1>${body.join('\n')}</article></body></html>`;
}
