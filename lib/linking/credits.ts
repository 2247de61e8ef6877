import { isAcronym, type BlockReading } from './read-document';
import { spanWith, type Span } from './span';

/** "Agency" alone is also what governments have: "Scalzo/EPA". */
const newsWords = new Set(['news', 'press']);

/**
 * Initials with which a document credits pictures and reports ("Gash/AP", "(AP) —", "AP Photo") mean the news agency throughout, where one
 * goes by them: not Andhra Pradesh.
 */
export function withAgencies(spans: readonly Span[], blocks: readonly BlockReading[]): readonly Span[] {
  const agencies = new Map<string, number>();
  for (const span of spans) {
    const block = blocks[span.block];
    if (block === undefined || agencies.has(span.key) || span.candidates.length < 2 || !isCredit(block, span)) continue;
    const agency = span.candidates.find(({ known }) => known.kind === 'organisation' && known.subjects.some((word) => newsWords.has(word)));
    if (agency) agencies.set(span.key, agency.entity);
  }
  if (agencies.size === 0) return spans;
  return spans.map((span) => {
    const agency = agencies.get(span.key);
    return agency === undefined ? span : spanWith(span, span.candidates.filter(({ entity }) => entity === agency));
  });
}

function isCredit(block: BlockReading, { from, to, start, end }: Span): boolean {
  const { text, words } = block;
  if (to - from !== 1 || !isAcronym(block, words[from])) return false;
  if (text[start - 1] === '/' && /[\p{L}.]\/$/u.test(text.slice(Math.max(0, start - 2), start))) return true;
  const behind = text.slice(end, end + 8);
  return (text[start - 1] === '(' && /^\) ?(?:--|—|–|-)/.test(behind)) || /^(?: Photo|\/)/.test(behind);
}
