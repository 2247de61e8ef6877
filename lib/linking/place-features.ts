import { itemAt } from '../text/at';
import { featureIndex, silentClues, type Clues, type FeatureName } from './feature-names';
import { common, neverNames, roles } from './name-words';
import type { Word } from '../text/read-words';
import { isAcronym, type DocumentReading } from './read-document';
import { isCapital, isWrittenAsName, type Span } from './span';

/** The clues that a place gives whoever its name means: a vector in the order of `featureNames`. */
export function placeFeatures(reading: DocumentReading, span: Span): Clues {
  const block = reading.blocks[span.block];
  const words = block?.words ?? [];
  const first = words[span.from];
  const behind = itemAt(words, span.to);
  const single = span.to - span.from === 1;
  const acronym = single && block !== undefined && isAcronym(block, first);
  const isCommon = single && !acronym && common.has(span.key);
  const titled = block?.titled === true;
  const values = silentClues();
  values[featureIndex.any] = 1;
  values[featureIndex.lowercase] = block !== undefined && isWrittenAsName(block, span) ? 0 : 1;
  values[featureIndex.hyphen] = first?.gap === 'hyphen' || (behind?.gap === 'hyphen' && behind.shape !== 'lower') ? 1 : 0;
  if (single) {
    values[featureIndex.common] = isCommon ? 1 : 0;
    values[featureIndex.commonOpens] = isCommon && first?.opens === true ? 1 : 0;
    values[featureIndex.titled] = titled && isCommon ? 1 : 0;
    values[featureIndex.lowerHere] = !acronym && reading.lower.has(span.key) ? 1 : 0;
    values[featureIndex.repeated] = Math.log(Math.max(1, reading.capital.get(span.key) ?? 1));
  } else {
    values[featureIndex.longName] = Math.min(2, span.to - span.from - 1);
    values[featureIndex.commonLong] = everyIsCommon(words, span) ? 1 : 0;
  }
  if (!titled) addNeighbours(values, words, span);
  return values;
}

/** Those of the clues that are a place's alone. */
export const placeClues = [
  'any', 'lowercase', 'hyphen', 'common', 'commonOpens', 'titled', 'lowerHere', 'repeated', 'longName', 'commonLong', 'leftName', 'leftLong', 'rightName', 'rightLong',
].map((name) => featureIndex[name as FeatureName]);

/** Capitalised words around a name that may make it part of a longer one. In a headline they say nothing. */
function addNeighbours(values: Clues, words: readonly Word[], span: Span): void {
  const before = itemAt(words, span.from - 1);
  const behind = itemAt(words, span.to);
  const single = span.to - span.from === 1;
  const left = (isUnknownName(before) || isOrdinal(before)) && words[span.from]?.gap === 'space';
  // "Post to Facebook", "Wild Turkey": an everyday word with a capital is a name's part half of the time.
  const leftShare = before !== undefined && common.has(before.key) ? 0.5 : 1;
  const right = isUnknownName(behind) && behind.gap === 'space';
  const ofLeft = isTie(before) && isUnknownName(itemAt(words, span.from - 2));
  const ofRight = isTie(behind) && isCapital(itemAt(words, span.to + 1));
  values[single ? featureIndex.leftName : featureIndex.leftLong] = ofLeft ? 1 : left ? leftShare : 0;
  values[single ? featureIndex.rightName : featureIndex.rightLong] = right || ofRight ? 1 : 0;
}

function everyIsCommon(words: readonly Word[], span: Span): boolean {
  return words.slice(span.from, span.to).every(({ key }) => common.has(key) || neverNames.has(key));
}

function isTie(word: Word | undefined): boolean {
  return word?.gap === 'space' && (word.key === 'of' || word.key === 'for');
}

/** "20th Armoured Brigade". */
function isOrdinal(word: Word | undefined): boolean {
  return word !== undefined && /^\d+(?:st|nd|rd|th)$/.test(word.key);
}

function isUnknownName(word: Word | undefined): word is Word {
  if (!isCapital(word)) return false;
  // "Timothy A. Larson": a lone capital is an initial.
  if (word.key.length === 1 && !word.opens) return true;
  return !roles.has(word.key) && !neverNames.has(word.key) && !(common.has(word.key) && word.opens);
}
