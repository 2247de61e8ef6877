import { roles } from '../text/person-words';
import type { Attribution } from './attributed-after';
import { bodies } from './name-words';
import { genderOfPronoun, isAdverb, isDeterminer, nameIn, phraseAt, runEnd, runStart, type Party } from './noun-phrases';
import type { Token } from './paragraph-tokens';
import { calendar, foreignWords, frankness, namingVerbs, passives, prepositions, speechParticiples, speechVerbs, tales } from './speech-words';
import { subjectBefore } from './subject-before';

/** Fewer words within a sentence may be a name for something, put in marks to keep a distance from it. */
const leastWords = { said: 4, named: 3 };
const mostBetween = 30;
/** The same, in tokens, where no mark leads to the quote. */
const mostWithin = 16;

/** Jones said: "…"; Jones told the court that it was "…"; Jones called it "…". `from` is where the sentence begins. */
export function introducedBefore(tokens: readonly Token[], quote: number, from: number): Attribution | undefined {
  const mark = tokens[quote - 1];
  if (!mark || quote <= from) return undefined;
  const isIntroduced = /^[:,]$/.test(mark.text);
  const verb = lastVerb(tokens, quote, from);
  if (verb === undefined) return isIntroduced ? withoutVerb(tokens, quote, from) : accordingTo(tokens, quote, from);
  if (isSupposed(tokens, from, verb) || isBorrowed(tokens, from, verb) || isFalse(tokens, from, verb)) return { party: undefined, verb, to: quote };
  const between = tokens.slice(verb + 1, isIntroduced ? quote - 1 : quote);
  const attribution = { verb, to: quote };
  if (between.length > mostBetween || isForeign(between)) return { party: undefined, ...attribution };
  if (!isIntroduced && (isEmbedded(tokens, { from, verb }, between) || !isWorded(tokens, quote, verb))) return { party: undefined, ...attribution };
  if (/\p{Lu}/u.test(mark.text) && !isIntroduced) return { party: undefined, ...attribution };
  return { party: speakerOf(tokens, verb, from), ...attribution };
}

function speakerOf(tokens: readonly Token[], verb: number, from: number): Party | undefined {
  const word = tokens[verb]?.lower ?? '';
  if (speechVerbs.has(word) || namingVerbs.has(word)) return subjectBefore(tokens, verb, from);
  // "…, saying": the sentence's subject, if it is the only one.
  const before = tokens[verb - 1];
  if (!(before?.text === ',' || /^(?:by|in|also|and)$/.test(before?.lower ?? ''))) return undefined;
  const subject = firstSubject(tokens, from);
  if (!subject || tokens.slice(subject.to, verb).some(({ lower, kind }) => kind === 'quote' || passives.has(lower))) return undefined;
  // "While Jones was away, Smith went on, warning …": Jones is of a clause of its own.
  if (subordinate.test(tokens[from]?.lower ?? '') && tokens.slice(subject.to, verb - 1).some(({ text }) => text === ',')) return undefined;
  const next = tokens[subject.to];
  const isLong = subject.party.kind !== 'name' || subject.party.to - subject.party.from > 1;
  return next?.kind === 'word' && !next.isCapital && (isLong ? anyVerb : pastVerb).test(next.lower) ? subject.party : undefined;
}

const pastVerb = /(?:ed|ly|-back|-in|-up)$|^(?:has|had|took|made|went|gave|told|wrote|spoke|fought|stood|kept|hit|struck|came|left|held|sent|met|did|said|again|also|later|then)$/;
/** Also the present of one person, which a plural resembles: only behind a name of several words. */
const anyVerb = new RegExp(`${pastVerb.source}|[^s]s$`);

const subordinate = /^(?:while|as|although|though|when|whenever|after|before|if|because|since|once|until|unless|whereas|where)$/;

/** The name or pronoun that a sentence begins with. */
function firstSubject(tokens: readonly Token[], from: number): { readonly party: Party; readonly to: number } | undefined {
  const first = tokens[from];
  const gender = first && genderOfPronoun(first);
  if (gender) return { party: { kind: 'pronoun', at: from, gender }, to: from + 1 };
  if (first?.isCapital !== true) return undefined;
  const to = runEnd(tokens, from, tokens.length);
  const name = tokens[to - 1]?.isPossessive === true ? undefined : nameIn(tokens, from, to);
  return name && { party: { kind: 'name', ...name }, to };
}

function lastVerb(tokens: readonly Token[], quote: number, from: number): number | undefined {
  for (let at = quote - 1; at >= from; at--) {
    const token = tokens[at];
    if (!token || token.kind === 'quote' || token.text === ';') return undefined;
    if (token.kind !== 'word' || token.isCapital) continue;
    if (speechVerbs.has(token.lower) || namingVerbs.has(token.lower) || speechParticiples.has(token.lower)) return at;
  }
  return undefined;
}

/** "Lee admitted that Jones told him it was "…"", "whether Jones says it is "…"": the words may be another's. */
function isEmbedded(tokens: readonly Token[], { from, verb }: { readonly from: number; readonly verb: number }, between: readonly Token[]): boolean {
  if (between.length > mostWithin || (/^(?:continue|begin|began|agree)/.test(tokens[verb]?.lower ?? '') && between[0]?.lower === 'to')) return true;
  return tokens
    .slice(from, verb)
    .some(({ kind, lower, isCapital }) => kind === 'word' && !isCapital && (speechVerbs.has(lower) || foreignWords.has(lower) || /^(?:if|whether)$/.test(lower)));
}

/** "If Jones says": nothing was said yet. */
function isSupposed(tokens: readonly Token[], from: number, verb: number): boolean {
  return /^(?:if|unless|whether|suppose|imagine|should|had)$/.test(tokens[from]?.lower ?? '') && !tokens.slice(from, verb).some(({ text }) => text === ',');
}

/** "Quoting Jones, Smith said: …": whose words they are, the sentence said before. */
const borrowing = /^(?:quoting|misquoting|paraphrasing|reciting|attributing|borrowing|imitating|mimicking|channeling)$/;

/** "Jones denied that he had said", but neither "Jones denied it and said" nor "Jones, who denied it, said". */
const denying = /^(?:denied|denies|denying|disputed|disputes|disputing)$/;
const clauseEnd = /^(?:,|and|but|while|when|as|after|before|because|then)$/;
const invented = /^(?:fake|faked|false|doctored|fabricated|forged|bogus|invented|satirical|made-up|hoax|memes?|rumou?rs?)$/;

/** "It is not true that Jones said", "rumour has it that Jones said", "a viral post claims Jones said", "Jones told no one". */
function isFalse(tokens: readonly Token[], from: number, verb: number): boolean {
  if (/^(?:nobody|no-one)$/.test(tokens[verb + 1]?.lower ?? '') || (tokens[verb + 1]?.lower === 'no' && tokens[verb + 2]?.lower === 'one')) return true;
  return tokens.slice(from, verb).some(({ lower }, offset, lead) => {
    if (denying.test(lower)) return !lead.slice(offset + 1).some((word) => clauseEnd.test(word.lower));
    // "According to a false post, Jones said", "in a doctored video, Jones says".
    if (invented.test(lower) && isInOpening(lead, offset)) return true;
    if (/^(?:true|untrue|false)$/.test(lower)) return lead[offset + 1]?.lower === 'that';
    if (/^(?:rumou?r|legend|gossip|myth|hearsay)$/.test(lower)) return lead[offset + 1]?.lower === 'has';
    return /^(?:posts?|memes?|hoax|rumou?rs?)$/.test(lower) && /^(?:claim|claims|claimed|claiming|alleging|alleges)$/.test(lead[offset + 1]?.lower ?? '');
  });
}

/** Between the words that say where something stands, and their comma. */
function isInOpening(lead: readonly Token[], at: number): boolean {
  const isWhere = /^(?:in|on)$/.test(lead[0]?.lower ?? '') ? isDeterminer(lead[1]) : afterAccording(lead, 0) !== undefined;
  return isWhere && lead[at + 1]?.lower !== 'news' && !lead.slice(0, at).some(({ text }) => text === ',');
}

/** "Jones, quoting Smith, said: …", "Jones, playing the king, says: …", "In the film, Jones says: …". */
function isBorrowed(tokens: readonly Token[], from: number, verb: number): boolean {
  return tokens.slice(from, verb).some(({ lower }, offset) => {
    const at = from + offset;
    if (at === from || tokens[at - 1]?.text === ',') {
      if (borrowing.test(lower)) return true;
      if (lower === 'as' && tokens[at + 1]?.isCapital === true) {
        const end = runEnd(tokens, at + 1, verb);
        if (tokens[end]?.text === ',' && (at > from || isPartOf(tokens, { from: at + 1, to: end }, verb))) return true;
      }
      if (/^(?:playing|portraying|impersonating)$/.test(lower)) return isDeterminer(tokens[at + 1]) || tokens[at + 1]?.isCapital === true;
    }
    if (/^(?:act|scene)$/.test(lower)) return tokens[from]?.lower === 'in' && isDeterminer(tokens[from + 1]) && at < from + 5;
    return tales.test(lower) && isDeterminer(tokens[at - 1]) && tokens[at - 2]?.lower === 'in';
  });
}

/** "As Hamlet, Jones says", but neither "as Attorney General, Jones said" nor "as Smith, the attorney general, said". */
function isPartOf(tokens: readonly Token[], { from, to }: { readonly from: number; readonly to: number }, verb: number): boolean {
  const isOffice = tokens.slice(from, to).some(({ lower }) => (roles.has(lower) && lower !== 'lady') || bodies.has(lower));
  if (isOffice || tokens[to + 1]?.isCapital !== true) return false;
  let end = runEnd(tokens, to + 1, verb);
  while (isAdverb(tokens[end])) end++;
  return end === verb;
}

/** In these, a person's own words may well stand. */
const ownPapers = /^(?:statement|letter|email|e-mail|memo|book|memoir|essay|article|column|editorial|text|report|document)$/;

function isForeign(between: readonly Token[]): boolean {
  return between.some(({ lower, kind }, at) => {
    if (kind === 'quote') return true;
    // "Said her coach kept repeating: …", "said her aunt’s advice was plain: …"
    if (/^(?:repeating|shouting|yelling|screaming)$/.test(lower) && /^(?:kept|began|started|was|were)$/.test(between[at - 1]?.lower ?? '')) return true;
    if (/^(?:advice|warning|instructions|motto)$/.test(lower) && between[at - 1]?.isPossessive === true) return true;
    if (!foreignWords.has(lower)) return false;
    const isOwn = ownPapers.test(lower) && between.slice(Math.max(0, at - 4), at).some((before) => /^(?:in|on|by|via)$/.test(before.lower));
    return !isOwn;
  });
}

/** Whether a quote within a sentence is long enough to be somebody's words, and no title or name for something. */
function isWorded(tokens: readonly Token[], quote: number, verb: number): boolean {
  const { text = '' } = tokens[quote] ?? {};
  const words = text.split(/\s+/);
  const isNamed = namingVerbs.has(tokens[verb]?.lower ?? '');
  const before = tokens[quote - 1];
  if (words.length < (before?.lower === 'that' || isNamed ? leastWords.named : leastWords.said)) return false;
  if (isTitle(text) || before?.isPossessive === true) return false;
  const next = tokens[quote + 1];
  const isAttribute = isDeterminer(before) && next?.kind === 'word' && !prepositions.has(next.lower) && !next.isCapital;
  return !(isAttribute && words.length < 7);
}

/** "The Old Road to Nowhere": capitals on all but its small words. */
export function isTitle(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  return words.length > 1 && words.length < 12 && words.every((word) => /^['‘“(]?[\p{Lu}\p{N}]/u.test(word)) && !/[!?,]$/.test(text);
}

/** Behind "According to", "In the words of": where whoever said it stands. Undefined where a sentence begins otherwise. */
function afterAccording(tokens: readonly Token[], from: number): number | undefined {
  const opening = [['according', 'to'], ['in', 'the', 'words', 'of']].find((words) => words.every((word, at) => tokens[from + at]?.lower === word));
  return opening && from + opening.length;
}

/** "According to Ann Lee, it was "…"." */
function accordingTo(tokens: readonly Token[], quote: number, from: number): Attribution | undefined {
  const who = afterAccording(tokens, from);
  if (who === undefined) return undefined;
  const { party, to } = phraseAt(tokens, who);
  const isPerson = party?.kind === 'name' && party.to - party.from > 1 && tokens[to]?.text === ',';
  const between = tokens.slice(to + 1, quote);
  const isOwn = isPerson && between.length <= mostWithin && !isForeign(between) && isWorded(tokens, quote, quote - 1);
  return { party: isOwn ? party : undefined, verb: to, to: quote };
}

/** "Jones was blunt: …" */
function frankParty(tokens: readonly Token[], end: number, from: number): Party | undefined {
  if (!frankness.has(tokens[end - 1]?.lower ?? '')) return undefined;
  let verb = end - 2;
  while (verb > from && (isAdverb(tokens[verb]) || /^(?:more|less|very|quite|as|equally)$/.test(tokens[verb]?.lower ?? ''))) verb--;
  if (!/^(?:is|was|remains|remained|sounds|sounded|seems|seemed)$/.test(tokens[verb]?.lower ?? '')) return undefined;
  const party = subjectBefore(tokens, verb, from);
  return party?.kind === 'name' ? party : undefined;
}

/** "Said Ann Lee, the owner of the mill: …" */
function saidFirst(tokens: readonly Token[], end: number, from: number): Party | undefined {
  const verb = tokens[from];
  if (verb?.isCapital !== true || !speechVerbs.has(verb.lower)) return undefined;
  const { party, to } = phraseAt(tokens, from + 1);
  if (party?.kind !== 'name' || party.to - party.from < 2 || tokens[to]?.text !== ',') return undefined;
  const rest = tokens.slice(to + 1, end);
  return rest.some(({ kind, text, lower }) => kind !== 'word' && text !== ',' || speechVerbs.has(lower)) ? undefined : party;
}

/** "Jones: …", "Jones’s answer: …", "According to Jones, …", "Jones was blunt: …". */
function withoutVerb(tokens: readonly Token[], quote: number, from: number): Attribution | undefined {
  const end = quote - 1;
  const attribution = { verb: end, to: quote };
  const who = afterAccording(tokens, from);
  if (who !== undefined) {
    const { party, to } = phraseAt(tokens, who);
    const isPerson = party?.kind === 'name' && party.to - party.from > 1 && to === end;
    return { party: isPerson ? party : undefined, ...attribution };
  }
  if (tokens[end]?.text !== ':') return undefined;
  const opened = saidFirst(tokens, end, from);
  if (opened) return { party: opened, ...attribution };
  const frank = frankParty(tokens, end, from);
  if (frank) return { party: frank, ...attribution };
  if (/^(?:answer|reply|response|verdict|retort|explanation)$/.test(tokens[end - 1]?.lower ?? '')) {
    const owner = tokens[end - 2];
    if (!owner?.isPossessive || !owner.isCapital) return undefined;
    const name = nameIn(tokens, ownerStart(tokens, end - 2, from), end - 1);
    return name && { party: { kind: 'name', ...name }, ...attribution };
  }
  if (runStart(tokens, end, from) !== from || calendar.has(tokens[end - 1]?.lower ?? '')) return undefined;
  const name = nameIn(tokens, from, end);
  // A transcript's "ANN LEE:" reads out others as well.
  if (!name || !/\p{Ll}/u.test(tokens[name.to - 1]?.text ?? '')) return undefined;
  return { party: { kind: 'name', ...name }, ...attribution };
}

function ownerStart(tokens: readonly Token[], owner: number, from: number): number {
  let start = owner;
  while (start > from && tokens[start - 1]?.isCapital === true && tokens[start - 1]?.isPossessive === false) start--;
  return start;
}
