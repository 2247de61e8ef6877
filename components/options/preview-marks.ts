import type { EntityKind } from '../../lib/model/entity';
import type { Settings } from '../../lib/settings/settings';

export interface PreviewPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The paragraphs in pieces, with the names marked that these settings would have marked. A later name of one already marked counts as the same by its last word. */
export function previewMarks(
  paragraphs: readonly string[],
  names: ReadonlyMap<string, EntityKind>,
  { density, hiddenKinds }: Pick<Settings, 'density' | 'hiddenKinds'>,
): PreviewPiece[][] {
  const longestFirst = [...names.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`(${longestFirst.join('|')})`);
  const onPage = new Set<string>();
  return paragraphs.map((paragraph) => {
    const inStretch = density === 'few' ? onPage : new Set<string>();
    return paragraph.split(pattern).filter((text) => text !== '').map((text) => {
      const kind = names.get(text);
      if (kind === undefined || hiddenKinds.includes(kind)) return { text, isMarked: false };
      const who = text.split(' ').at(-1) ?? text;
      const isMarked = density === 'all' || !inStretch.has(who);
      inStretch.add(who);
      return { text, isMarked };
    });
  });
}
