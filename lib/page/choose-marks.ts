import type { EntityKind } from '../model/entity';
import type { ReadingSettings } from '../settings/reading-settings';
import { addToList } from './add-to-list';

/** A mention that could be marked. */
export interface MarkCandidate {
  readonly subject: { readonly id: string; readonly kind?: EntityKind; readonly hasNews?: boolean };
  readonly confidence: number;
  /** Which block it stands in, and where that begins in the text of the page. */
  readonly block: number;
  readonly at: number;
  readonly isLinked: boolean;
}

/** How many marks a block has at most, and how much text goes by before a name is marked again; in characters. */
const densities = {
  few: { perBlock: 2, againAfter: Infinity },
  normal: { perBlock: 4, againAfter: 3_000 },
  all: { perBlock: Infinity, againAfter: 0 },
} as const;

/**
 * Which mentions, given in the order of the page, are marked. The first of a name comes first; what is a link already
 * is marked only where the name stands nowhere else, or where everything is. Where a block holds too many, names with
 * something new go before others, and surer ones before less sure.
 */
export function chooseMarks(mentions: readonly MarkCandidate[], settings: Pick<ReadingSettings, 'density' | 'hiddenKinds'>): ReadonlySet<MarkCandidate> {
  const { perBlock, againAfter } = densities[settings.density];
  const unlinked = new Set(mentions.flatMap(({ isLinked, subject }) => (isLinked ? [] : [subject.id])));
  const lastAt = new Map<string, number>();
  const chosen = new Set<MarkCandidate>();
  for (const block of byBlock(mentions)) {
    const names = new Set<string>();
    const wanted = block.filter(({ subject: { id, kind }, at, isLinked }) => {
      if (kind && settings.hiddenKinds.includes(kind)) return false;
      if (settings.density === 'all') return true;
      if (isLinked && unlinked.has(id)) return false;
      if (names.has(id) || at - (lastAt.get(id) ?? -Infinity) < againAfter) return false;
      return names.add(id);
    });
    for (const mention of wanted.toSorted((a, b) => rank(b) - rank(a)).slice(0, perBlock)) {
      chosen.add(mention);
      lastAt.set(mention.subject.id, mention.at);
    }
  }
  return chosen;
}

function byBlock(mentions: readonly MarkCandidate[]): Iterable<readonly MarkCandidate[]> {
  const blocks = new Map<number, MarkCandidate[]>();
  for (const mention of mentions) addToList(blocks, mention.block, mention);
  return blocks.values();
}

function rank({ subject, confidence }: MarkCandidate): number {
  return Number(subject.hasNews ?? false) + confidence / 2;
}
