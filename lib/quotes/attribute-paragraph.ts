import { attributedAfter, type Attribution } from './attributed-after';
import { introducedBefore, isTitle } from './introduced-before';
import { bodies } from './name-words';
import { genderOfPronoun } from './noun-phrases';
import type { Token } from './paragraph-tokens';
import { antecedentOf, holderOf, peopleIn, type KnownNames, type NameSpan } from './people';
import { foreignWords, gestures, namingVerbs, prepositions, speechVerbs } from './speech-words';
import { subjectBefore } from './subject-before';

/** One quote of a paragraph, and whose it is as far as the paragraph tells. */
export interface Piece {
  /** Index of its token. */
  readonly at: number;
  readonly token: Token;
  readonly speaker: NameSpan | undefined;
  /** `told`: words beside it say whose it is, be they understood or not; `pronoun`: by "he" or "she" alone. */
  readonly how: 'told' | 'pronoun' | 'follows' | 'bare';
  /** Where the verb that speaks of it stands, and where what was read of it ends. */
  readonly verb: number;
  readonly to: number;
}

/** What is known before a quote is looked at. */
interface Context {
  readonly previous: Piece | undefined;
  readonly known: KnownNames;
}

const mostJoining = 8;
/** In tokens. */
const longestSentence = 150;
/** "He added": whoever spoke just before. */
const goingOn = /^(?:added|adds|continued|continues|concluded|concludes)$/;
const asking = /^(?:asked|asks|wondered|wonders|inquired|demanded|demands)$/;

export function attributePieces(tokens: readonly Token[], known: KnownNames): Piece[] {
  const pieces: Piece[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === 'quote') pieces.push({ ...attribute(tokens, at, { previous: pieces.at(-1), known }), at, token });
  });
  return pieces;
}

function attribute(tokens: readonly Token[], at: number, { previous, known }: Context): Omit<Piece, 'at' | 'token'> {
  const from = sentenceStart(tokens, at, previous);
  const after = attributedAfter(tokens, at);
  if (isNamedWithin(tokens, at, from) || isLabelled(tokens[at]?.text ?? '')) return { speaker: undefined, how: 'told', verb: at, to: at + 1 };
  const joined = previous && previous.at >= from ? previous : undefined;
  const before = joined ? undefined : introducedBefore(tokens, at, from);
  const fromJoined = joined && joinedTo(tokens, at, joined);
  const intro = fromJoined === 'anew' ? introducedBefore(tokens, at, (joined?.at ?? at) + 1) : before;
  const told = [after, intro].filter((each) => each !== undefined).map((each) => (isLoose(tokens, each, { at, from }) || isInterpreted(tokens, each) ? { ...each, party: undefined } : each));
  if (told.length === 0 && fromJoined === 'same' && joined) return { ...joined, how: joined.how === 'bare' ? 'told' : joined.how };
  const [first] = told;
  if (first) {
    const speakers = told.map((each) => speakerOf(tokens, each, { previous, known }));
    const speaker = speakers.every((each) => isSameName(tokens, each, speakers[0])) ? speakers[0] : undefined;
    return { speaker, how: told.every(({ party }) => party?.kind === 'pronoun') ? 'pronoun' : 'told', verb: first.verb, to: first.to };
  }
  if (joined || !isSentence(tokens, at, from)) return { speaker: undefined, how: 'told', verb: at, to: at + 1 };
  const followed = followedSpeech(tokens, at, { previous, known });
  return { speaker: followed, how: followed ? 'follows' : 'bare', verb: at, to: at + 1 };
}

/** `on NBC’s "Meet the Press," Jones said`: the name of something, in the middle of a sentence. */
function isNamedWithin(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens[at - 1];
  if (at <= from) return false;
  const isNamed = isTitle(tokens[at]?.text.replace(/,$/, '') ?? '');
  // "Lee’s memoir, "The Long Way Home," says …"
  if (before?.text === ',') return isNamed && foreignWords.has(tokens[at - 2]?.lower ?? '') && !speechVerbs.has(tokens[at - 2]?.lower ?? '');
  return before?.kind === 'word' && (before.isPossessive || isNamed);
}

/** `“Jones: ‘We won’t pay,’” the paper wrote`: it is Jones who says it. */
function isLabelled(text: string): boolean {
  return /^(?:\p{Lu}[\p{L}.’'-]*\s?){1,4}: ?[‘'“"]/u.test(text);
}

const interpreters = /^(?:interpreter|translator|interpreters|translators)$/;
/** In tokens, on either side of the verb. */
const nearVerb = 8;

/** "Said Jones’s interpreter, Ann Lee": whoever turns words into another language says them of somebody else. */
function isInterpreted(tokens: readonly Token[], { verb }: Attribution): boolean {
  for (let at = Math.max(0, verb - nearVerb); at < Math.min(tokens.length, verb + nearVerb); at++) {
    const word = tokens[at];
    if (word?.kind === 'word' && /^(?:interpreting|translating)$/.test(word.lower) && tokens[at + 1]?.lower === 'for') return true;
    if (word?.kind === 'word' && interpreters.test(word.lower)) return !tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => /^(?:through|via|by|with)$/.test(lower));
  }
  return false;
}

/** `Jones "got rid of her," he wrote`: "he" is hardly Jones, nor whoever the sentence begins with. */
function isLoose(tokens: readonly Token[], { party, verb }: Attribution, { at, from }: { readonly at: number; readonly from: number }): boolean {
  if (verb < at || at === from) return false;
  // "Noting the lack of a "will to fight," Jones says: …", "Citing its "abuses," Jones asked …": another's words.
  const isAnothers = tokens[verb + 1]?.text === ':' || /^(?:\p{L}+ing|asked|despite|after|while|given)$/u.test(tokens[from]?.lower ?? '');
  return party?.kind === 'pronoun' || (isAnothers && tokens[at - 1]?.kind === 'word');
}

/** A second quote in one sentence: `"…," Jones said, "…"` goes on; with a verb between it may be another's. */
function joinedTo(tokens: readonly Token[], at: number, joined: Piece): 'same' | 'anew' | 'unclear' {
  const from = joined.verb > joined.at ? Math.max(joined.at + 1, joined.verb + 1) : joined.at + 1;
  const between = tokens.slice(from, at);
  if (between.some(({ kind, lower, isCapital }) => kind === 'word' && !isCapital && (speechVerbs.has(lower) || namingVerbs.has(lower)))) {
    return 'anew';
  }
  if (isTitle(tokens[at]?.text ?? '') || tokens[at - 1]?.isPossessive === true || isNameOf(tokens, at)) return 'unclear';
  // `Jones said on "Newsnight."`
  if (/^(?:on|in|at|of|from|to|for)$/.test(tokens[at - 1]?.lower ?? '') && /^[\p{Lu}\p{N}]/u.test(tokens[at]?.text ?? '')) return 'unclear';
  if (joined.verb > joined.at) return between.some(({ lower }) => foreignWords.has(lower)) ? 'unclear' : 'same';
  const { text = '' } = tokens[at] ?? {};
  const isShort = between.length <= mostJoining && !between.some(({ isCapital, lower }) => isCapital || foreignWords.has(lower));
  return isShort && text.split(/\s+/).length > 2 ? 'same' : 'unclear';
}

/** `on his “Lamplight” blog`: one or two words with a capital, and what they are the name of. */
function isNameOf(tokens: readonly Token[], at: number): boolean {
  const { text = '' } = tokens[at] ?? {};
  const next = tokens[at + 1];
  return /^\p{Lu}/u.test(text) && !/[,.!?…]$/.test(text) && text.split(/\s+/).length < 3 && next?.kind === 'word' && !next.isCapital && !prepositions.has(next.lower);
}

function speakerOf(tokens: readonly Token[], { party, verb }: Attribution, { previous, known }: Context): NameSpan | undefined {
  if (!party) return undefined;
  if (party.kind === 'name') {
    const [first, last] = [tokens[party.from], tokens[party.to - 1]];
    // "Linden’s Hamlet": a part, by whoever plays or wrote it.
    const maker = tokens[party.from - 1];
    const part = first?.lower ?? '';
    if (party.to - party.from === 1 && maker?.isPossessive === true && known.full.has(maker.lower) && !known.full.has(part) && !bodies.has(part)) return undefined;
    return first && last && { start: first.start, end: last.end };
  }
  if (party.kind === 'role') return holderOf(tokens, { before: party.at, words: party.words }, known);
  const antecedent = antecedentOf(tokens, { before: party.at, gender: party.gender }, known);
  if (antecedent || !previous?.speaker || !goingOn.test(tokens[verb]?.lower ?? '')) return antecedent;
  const since = peopleIn(tokens, { before: party.at }, known).filter((person) => person.at > previous.verb && person.at > previous.at);
  return since.length === 0 ? previous.speaker : undefined;
}

/** Where the sentence of a quote begins. A quote that ends one does not where it is spoken of behind it. */
function sentenceStart(tokens: readonly Token[], at: number, previous: Piece | undefined): number {
  const least = Math.max(0, at - longestSentence);
  for (let left = at - 1; left >= least; left--) {
    const token = tokens[left];
    if (!token) break;
    if (token.kind === 'mark' && /^[.!?…•]$/.test(token.text)) return left + 1;
    if (token.kind === 'quote' && /[.!?…]$/.test(token.text)) {
      const isSpokenOf = previous?.at === left && previous.verb > left;
      const next = tokens[left + 1];
      if (!isSpokenOf && (next === undefined || next.isCapital || next.kind === 'quote')) return left + 1;
    }
  }
  return least;
}

/** Whether the quote is a whole sentence and nothing but that. */
function isSentence(tokens: readonly Token[], at: number, from: number): boolean {
  const { text = '', quote } = tokens[at] ?? {};
  if (at !== from || text.split(/\s+/).length < 2 || !/^[\p{Lu}\p{N}[(…'‘.]/u.test(text)) return false;
  if (quote?.isUnclosed === true) return true;
  const next = tokens[at + 1];
  const goesOn = next !== undefined && !next.isCapital && next.kind === 'word';
  return !goesOn && (/[.!?…—]['’)]?$/.test(text) || next?.text === '.');
}

/** Who speaks in the sentence right before a quote that stands alone: it goes on with what was said there. */
function followedSpeech(tokens: readonly Token[], at: number, { previous, known }: Context): NameSpan | undefined {
  const end = at - 1;
  if (tokens[end]?.text !== '.') return undefined;
  // What ended with its quote is another sentence: `The agency adds: "….” ’…,’ the family said. ’…’`.
  const isAnew = previous && previous.verb < previous.at && /[.!?…]$/.test(previous.token.text) && tokens.slice(previous.at + 1, end).some(isSpeechVerb);
  const from = isAnew ? previous.at + 1 : sentenceStart(tokens, end, previous);
  if (previous && previous.verb >= from && previous.verb < end) {
    const isQuestion = asking.test(tokens[previous.verb]?.lower ?? '') || previous.token.text.endsWith('?');
    return isQuestion ? undefined : previous.speaker;
  }
  if (previous && previous.at >= from) return undefined;
  const offset = tokens.slice(from, end).findIndex((token) => isSpeechVerb(token) || (token.kind === 'word' && !token.isCapital && gestures.has(token.lower)));
  const verb = from + offset;
  if (offset === -1 || asking.test(tokens[verb]?.lower ?? '') || /^(?:nothing|little)$/.test(tokens[verb + 1]?.lower ?? '')) return undefined;
  const party = subjectBefore(tokens, verb, from);
  const start = party?.kind === 'name' ? party.from : party?.at;
  // Only of the sentence's own subject, which stands at its beginning.
  if (!party || start === undefined || start - from > 5 || tokens.slice(from, start).some(({ kind, text }) => kind === 'mark' && text !== ',')) return undefined;
  if (party.kind === 'pronoun' && !isPronoun(tokens[from])) return undefined;
  return speakerOf(tokens, { party, verb, to: verb + 1 }, { previous, known });
}

function isSpeechVerb({ kind, isCapital, lower }: Token): boolean {
  return kind === 'word' && !isCapital && speechVerbs.has(lower);
}

function isPronoun(token: Token | undefined): boolean {
  return token !== undefined && genderOfPronoun(token) !== undefined;
}

function isSameName(tokens: readonly Token[], one: NameSpan | undefined, other: NameSpan | undefined): boolean {
  if (!one || !other) return one === other;
  const lastWord = ({ end }: NameSpan): string | undefined => tokens.find((token) => token.end === end)?.lower;
  return one.start === other.start || lastWord(one) === lastWord(other);
}
