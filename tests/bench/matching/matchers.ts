import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { openGazetteer } from '../../../lib/gazetteer/open-gazetteer';
import type { Matcher } from './matcher';
import { ahoCorasick, ngramMap, trieMap } from './peers';

export type MatcherName = 'ours' | 'TrieMap' | 'Map of n-grams' | 'Aho-Corasick';

export const builders: Readonly<Record<MatcherName, (names: readonly string[]) => Matcher>> = {
  ours,
  TrieMap: trieMap,
  'Map of n-grams': ngramMap,
  'Aho-Corasick': ahoCorasick,
};

function ours(names: readonly string[]): Matcher {
  const buffer = compileGazetteer(names.map((alias, entity) => ({ alias, entity, form: 'name' as const })));
  const opened = openGazetteer(buffer);
  if (!opened.ok) throw new Error(opened.failure.kind);
  const { value: gazetteer } = opened;
  return {
    buffer,
    spot: (text) => gazetteer.spot(text),
    spotAndRead: (text) => {
      const matches = gazetteer.spot(text);
      let sum = 0;
      for (let index = 0; index < matches.length; index += 1) {
        sum += matches.startAt(index) + matches.endAt(index);
        for (let which = 0; which < matches.meaningCountAt(index); which += 1) sum += matches.entityAt(index, which);
      }
      return sum;
    },
  };
}
