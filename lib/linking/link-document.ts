import type { Match } from '../gazetteer/match';
import type { Correction } from '../model/correction';
import type { Entity } from '../model/entity';
import type { CoverageEvidence } from './coverage-evidence';

export interface LinkInput {
  /** Blocks of visible text, in reading order. A name never spans two of them. */
  readonly blocks: readonly string[];
  /** What the gazetteer spotted in each block. */
  readonly matches: readonly (readonly Match[])[];
  /** Facts of every candidate. A candidate without facts is passed over. */
  readonly entities: ReadonlyMap<number, Entity>;
  /** What the reader said; always wins. */
  readonly corrections?: readonly Correction[];
  /** Where the document stands, for corrections that hold on one page alone. */
  readonly url?: string;
  readonly coverage?: CoverageEvidence;
  /** Entities that the reader follows: their single common words are marked too. */
  readonly followed?: ReadonlySet<number>;
}

export interface LinkedCandidate {
  readonly entity: number;
  /** Between 0 and 1: about this share of the mentions with it are right. */
  readonly confidence: number;
}

/** Offsets are UTF-16, into the block; `end` is exclusive. */
export interface LinkedMention extends LinkedCandidate {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Whom else the name could mean, best first. */
  readonly runnersUp: readonly LinkedCandidate[];
}

/** Which entity each spotted name means, in the light of the whole document; names that mean none are left out. */
export function linkDocument(input: LinkInput): LinkedMention[] {
  const inFull = new Set<number>();
  for (const [block, match] of spotted(input)) {
    if (!isCapitalised(input.blocks[block] ?? '', match)) continue;
    for (const { entity, form } of match.candidates) if (form === 'name' || form === 'alias') inFull.add(entity);
  }
  const mentions: LinkedMention[] = [];
  for (const [block, match] of spotted(input)) {
    const text = input.blocks[block] ?? '';
    const candidates = match.candidates
      .filter(({ form, entity }) => {
        if (form === 'topic') return text.slice(match.start, match.end).includes(' ') || input.followed?.has(entity) === true;
        return isCapitalised(text, match) && (form !== 'part' || inFull.has(entity));
      })
      .map(({ entity, form }) => ({ entity, confidence: (input.entities.get(entity)?.popularity ?? 0.5) * (form === 'name' ? 0.8 : 0.5) }))
      .sort((a, b) => b.confidence - a.confidence);
    const [best, ...runnersUp] = candidates;
    if (best) mentions.push({ block, start: match.start, end: match.end, ...best, runnersUp: runnersUp.slice(0, 3) });
  }
  return mentions;
}

function* spotted(input: LinkInput): Generator<[number, Match]> {
  for (const [block, matches] of input.matches.entries()) for (const match of matches) yield [block, match];
}

function isCapitalised(text: string, match: Match): boolean {
  return /^\P{Ll}/u.test(text.slice(match.start, match.end));
}
