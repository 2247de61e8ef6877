import type { KnownEntity } from './known-entity';
import { chambers, common } from './name-words';
import { isPieceOfName, type NamePlace, type SpanCandidate } from './span';
import { documentedLead, ownNameLead } from './standing';

/** Whose name is settled in a document. */
export interface SettledNames {
  /** Entities whose name stands somewhere in full, in more than one word, with the places in reading order. */
  readonly inFull: ReadonlyMap<number, readonly NamePlace[]>;
  /** What they are called before their name in full: "general", "rep". */
  readonly called: ReadonlyMap<number, ReadonlySet<string>>;
  /** Last words of names in full that no entity has, with the places of these in reading order: whose they are is settled. */
  readonly claimed: ReadonlyMap<string, readonly NamePlace[]>;
  /** What capitals stand for, as the document says itself: the telling words, by the capitals' key. */
  readonly explained: ReadonlyMap<string, readonly string[]>;
}

/** Candidates worth the whole judgement. A name of thirty places has a few that are ever meant. */
const mostCandidates = 6;

/** Who of these may be meant by a name, with the likeliest first where they are many. */
export function likelyCandidates(candidates: readonly SpanCandidate[], key: string, names: SettledNames): readonly SpanCandidate[] {
  return theLikeliest(withoutClaimed(asExplained(withoutMereEchoes(candidates, key), key, names), key, names), key, names);
}

/**
 * "VRA", which the document says is the Valley Radiotherapy Associates, is nobody whose name has other words. "GOP" is no initials of the
 * Republican Party, which it means all the same.
 */
function asExplained(candidates: readonly SpanCandidate[], key: string, { explained, inFull }: SettledNames): readonly SpanCandidate[] {
  const words = explained.get(key);
  if (words === undefined) return candidates;
  return candidates.filter(({ entity, known }) => known.own === key || inFull.has(entity) || !(known.isPerson || known.hasInitials(key)) || words.every((word) => known.nameWords.includes(word)));
}

/**
 * A piece of an organisation's name says little where it is a common word ("the House" beside the House Rules Committee) or
 * what a place is called ("Washington" beside The Washington Post). People are called by a piece of theirs all the same.
 */
function withoutMereEchoes(candidates: readonly SpanCandidate[], key: string): readonly SpanCandidate[] {
  if (!candidates.some(({ form }) => form === 'echo')) return candidates;
  const isTown = ({ form, known }: SpanCandidate): boolean => form !== 'echo' && known.isPlace && (known.own === key || known.allNear.includes(key));
  if (!common.has(key) && !chambers.has(key) && !candidates.some(isTown)) return candidates;
  return candidates.filter(({ form, known }) => form !== 'echo' || known.isPerson);
}

/**
 * The unknown John Sessions is not Jeff: people who are not named in full themselves lose what an unknown name claims. So does what is called
 * after others, as Brown University, unless a town has the name as well, and what is no name at all.
 */
function withoutClaimed(candidates: readonly SpanCandidate[], key: string, names: SettledNames): readonly SpanCandidate[] {
  if (!names.claimed.has(key)) return candidates;
  const isTown = candidates.some(({ known }) => known.isPlace && known.own === key);
  return candidates.filter(({ entity, known }) => names.inFull.has(entity) || !(known.isPerson || known.isLowerCase || (!isTown && isPieceOfName(known, key))));
}

export function theLikeliest(candidates: readonly SpanCandidate[], key: string, { inFull }: Pick<SettledNames, 'inFull'>): readonly SpanCandidate[] {
  if (candidates.length <= mostCandidates) return candidates;
  const ranks = new Map<SpanCandidate, number>();
  for (const candidate of candidates) ranks.set(candidate, quickRank(candidate.known, key, inFull.has(candidate.entity)));
  return [...candidates].sort((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0)).slice(0, mostCandidates);
}

/** The few clues that decide most: named in full, own name, known by more than a name, well known. */
function quickRank(known: KnownEntity, key: string, isInFull: boolean): number {
  // The bare name costs a second normalising; only a name with these words can be it.
  const isOwn = known.ownWithoutArticle === key || (known.own.includes(key) && known.near === key) || known.isVouched(key) || (known.isRenamed && known.allNear.includes(key));
  return (isInFull ? 8 : 0) + (isOwn ? ownNameLead : 0) + (known.isUndocumented ? 0 : documentedLead) + known.popularity;
}
