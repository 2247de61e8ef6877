import { foldText } from '../text/characters';

interface Wording {
  readonly title: string;
  readonly formerTitles?: readonly string[];
  /** ISO 8601. */
  readonly published?: string;
}

const hourMs = 3_600_000;
/** Later by so much, and with no word in common: feeds that name their articles by the day, or by their place in the list. */
const laterMs = 12 * hourMs;
/** Later by so much, a headline that was only edited still has most of its words. */
const muchLaterMs = 48 * hourMs;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;
const words = /[\p{L}\p{N}\p{M}]{3,}/gu;

/**
 * Whether a feed has given the name of an article that is known (its guid, or its address) to another one since: the new
 * one is dated later and has another headline than a change of words would leave. Where a date is missing, it is the
 * same: the name decides.
 */
export function isAnotherArticle(known: Wording, told: Wording): boolean {
  const laterBy = Date.parse(told.published ?? '') - Date.parse(known.published ?? '');
  if (!(laterBy >= laterMs)) return false;
  const shared = Math.max(...[known.title, ...(known.formerTitles ?? [])].map((title) => shareOfWords(title, told.title)));
  return laterBy >= muchLaterMs ? shared <= 0.5 : shared === 0;
}

/** From 0 to 1: of the headline with fewer words, how many are in the other. */
function shareOfWords(one: string, other: string): number {
  const [fewer = new Set<string>(), more = new Set<string>()] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.size - b.size);
  if (fewer.size === 0) return one === other ? 1 : 0;
  return [...fewer].filter((word) => more.has(word)).length / fewer.size;
}

/** Pairs of characters where a script has no blanks between words. */
function wordsOf(title: string): Set<string> {
  const pairs = (title.match(unspaced) ?? []).flatMap((run) => Array.from({ length: Math.max(1, run.length - 1) }, (_, at) => run.slice(at, at + 2)));
  return new Set([...pairs, ...(title.replace(unspaced, ' ').match(words) ?? []).map(foldText)]);
}
