import { itemAt } from '../text/at';
import type { Word } from '../text/read-words';
import type { KnownEntity } from './known-entity';
import { middleLetters } from './name-parts';
import { common, formsOfAddress, isEveryday, isNoName, roles } from './name-words';
import type { BlockReading } from './read-document';
import { isCapital, type Span, type SpanCandidate } from './span';

/**
 * Leaves out the people of whom a single word is a piece, where it stands in somebody else's name: "Sessions" in "Mary
 * Sessions" is not Jeff, however often he is named. Others lose nothing: "Texas" in "Central Texas" may be the state.
 */
export function withoutStrangers(candidates: readonly SpanCandidate[], block: BlockReading | undefined, span: Span): readonly SpanCandidate[] {
  if (block === undefined || span.to - span.from !== 1 || !candidates.some(isPieceOf)) return candidates;
  const before = nameBefore(block, span);
  // In a headline a verb has a capital as well, so that only of what is somebody's given name it is asked what stands behind it.
  const isAsked = !block.titled || candidates.some((candidate) => isPieceOf(candidate) && !candidate.known.hasSurname(span.key));
  const behind = isAsked ? nameBehind(block, span) : undefined;
  const other = otherHalf(block, span);
  const isNobody = arePlainThings(block, span) || isCommand(block, span);
  if (before === undefined && behind === undefined && other === undefined && !isNobody) return candidates;
  const isHere = (candidate: SpanCandidate): boolean => !isPieceOf(candidate) || (!isNobody && isCalledSo(candidate.known));
  return candidates.every(isHere) ? candidates : candidates.filter(isHere);

  function isCalledSo(known: KnownEntity): boolean {
    if (other !== undefined && !hasWord(known, other)) return false;
    return (before === undefined || isCalled(known, before, span.key)) && (behind === undefined || isCalled(known, behind, behind.word));
  }

  function isPieceOf({ known }: SpanCandidate): boolean {
    return known.isPerson && known.own !== span.key;
  }
}

interface NameAround {
  readonly word: string;
  /** What stands between that and the rest of the name. */
  readonly initials: string;
}

/** The given name before a surname, and initials between them; the initial where there is nothing else. */
function nameBefore(block: BlockReading, span: Span): NameAround | undefined {
  const { titled, words } = block;
  const { from, key } = span;
  let at = from - 1;
  while (at > 0 && words[at + 1]?.gap === 'space' && isInitial(words[at]) && words[at]?.gap === 'space' && isCapital(words[at - 1])) at -= 1;
  const word = itemAt(words, at);
  if (words[at + 1]?.gap !== 'space' || !isCapital(word) || isTitleOrNone(word)) return undefined;
  // Anything may open a sentence with a capital; before a surname that is an everyday word it makes a phrase of both.
  const isPhrase = word.opens && (common.has(key) || (isEveryday(key) && !goesOnAsOne(block, span)));
  if (common.has(word.key) && (word.opens || titled) && !isPhrase) return undefined;
  return { word: word.key, initials: lettersOf(words.slice(at + 1, from)) };
}

/** What goes on behind a name: "Street", or the surname for which this was the given name. In a headline an everyday word is often a verb. */
function nameBehind({ titled, words }: BlockReading, { to }: Span): NameAround | undefined {
  let at = to;
  let word = itemAt(words, at);
  for (let next = itemAt(words, at + 1); isInitial(word) && word?.gap === 'space' && next?.gap === 'space' && isCapital(next); next = itemAt(words, at + 1)) {
    at += 1;
    word = next;
  }
  if (word?.gap !== 'space' || !isCapital(word) || isTitleOrNone(word) || isInitial(word) || (titled && common.has(word.key))) return undefined;
  return { word: word.key, initials: lettersOf(words.slice(to, at)) };
}

/** "George W. Bush" is nobody whose middle names are known to begin with other letters. */
function isCalled(known: KnownEntity, { initials, word }: NameAround, surname: string): boolean {
  if (!hasWord(known, word)) return false;
  const letters = initials === '' ? [] : middleLetters(known.facts, surname);
  return letters.length === 0 || letters.some((own) => own.startsWith(initials) || initials.startsWith(own));
}

/** "Kohl" in "Mrs. Kohl-Richter" and in "Maike Kohl-Richter", who has both names; "the Kohl-Mitterrand talks" are of two people. */
function otherHalf(block: BlockReading, span: Span): string | undefined {
  const { titled, words } = block;
  const isSecond = words[span.from]?.gap === 'hyphen';
  const other = itemAt(words, isSecond ? span.from - 1 : span.to);
  if (!isCapital(other) || (!isSecond && other.gap !== 'hyphen')) return undefined;
  const from = isSecond ? span.from - 1 : span.from;
  const isAddressed = words[from]?.gap === 'space' && formsOfAddress.has(itemAt(words, from - 1)?.key ?? '');
  return isAddressed || (!titled && nameBefore(block, { ...span, from }) !== undefined) ? other.key : undefined;
}

/** Whom or what is asked for behind a verb, and behind no name. */
const objects = new Set('your my our me us him them it'.split(' '));

/** "Mark your calendars": a verb that opens a sentence. */
function isCommand({ words }: BlockReading, { from, to }: Span): boolean {
  const behind = itemAt(words, to);
  return words[from]?.opens === true && behind?.gap === 'space' && objects.has(behind.key);
}

const singularVerbs = new Set('is was has had does can could may might must shall should will would says said'.split(' '));

/** "Now Sessions could": what is behind a plural says that it is one person all the same. */
function goesOnAsOne({ text, words }: BlockReading, { end, to }: Span): boolean {
  return singularVerbs.has(itemAt(words, to)?.key ?? '') || /^['’]/.test(text.slice(end, end + 1));
}

/** What stands behind several things, and not behind one person. */
const pluralVerbs = new Set('are were have last lasted begin start run resume continue end take include cover focus feature vary range'.split(' '));

const modalVerbs = new Set('will would can could may might must shall should'.split(' '));

/** What is done with events, behind "will be". */
const eventParticiples = new Set('held scheduled rescheduled conducted cancelled canceled postponed extended streamed recorded offered organised organized'.split(' '));

/** "Sessions lasted two hours", "Sessions of the court", "Sessions will be held": a plural of an everyday word that opens a sentence and goes on as things do. */
function arePlainThings({ words }: BlockReading, { from, to, key }: Span): boolean {
  if (words[from]?.opens !== true || !key.endsWith('s') || !isEveryday(key)) return false;
  if (itemAt(words, to)?.key === 'of' && itemAt(words, to + 1)?.shape === 'lower') return true;
  const [verb = '', be, participle = ''] = words.slice(to, to + 3).map((word) => (word.gap === 'space' ? word.key : ''));
  return pluralVerbs.has(verb) || (modalVerbs.has(verb) && be === 'be' && eventParticiples.has(participle));
}

function lettersOf(initials: readonly Word[]): string {
  return initials.map(({ key }) => key).join('');
}

function isTitleOrNone({ key }: Word): boolean {
  return roles.has(key) || (key.length > 1 && isNoName(key));
}

function isInitial(word: Word | undefined): boolean {
  return word?.key.length === 1 && isCapital(word);
}

function hasWord(known: KnownEntity, word: string): boolean {
  return word.length === 1 ? known.nameWords.some((own) => own.startsWith(word)) : known.nameWords.includes(word);
}
