import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { mergeGazetteers } from '../../../lib/gazetteer/merge-gazetteers';
import { openGazetteer } from '../../../lib/gazetteer/open-gazetteer';
import { aliasEntries } from '../../../lib/linking/alias-entries';
import type { Entity } from '../../../lib/model/entity';
import { corpus } from '../matching/corpus';
import { interleaved, timed } from '../matching/measure';
import type { Figure } from './figures';
import { readPack, type BenchPack } from './generated-files';

const textLength = 30_000;
const texts = 20;

/** What an overlay of so many learned names costs, beside merging it into the base: to make, and at each look-up. In Node. */
export function measureOverlay(pack: BenchPack, names: number): Figure[] {
  const packed = readPack(pack.file) as Entity[];
  const base = compileGazetteer(packed.flatMap((entity, number) => aliasEntries(entity, number)));
  const { names: namesOf, texts: textsOf } = corpus();
  const found = namesOf(names).map((name, at): Entity => ({ id: `learned:${at}`, name, kind: 'person', aliases: [] }));
  const overlay = timed(() => compileGazetteer(found.flatMap((entity, at) => aliasEntries(entity, packed.length + at))));
  const merged = timed(() => mergeGazetteers(base, overlay.value));
  if (!merged.value.ok) throw new Error(merged.value.failure.kind);
  const [both, one] = [openGazetteer(base, overlay.value), openGazetteer(merged.value.value)];
  if (!both.ok || !one.ok) throw new Error('A gazetteer does not open');
  const news = textsOf(texts, textLength);
  const text = (round: number): string => news[round % news.length] ?? '';
  const times = interleaved(
    { both: (round) => both.value.spot(text(round)), one: (round) => one.value.spot(text(round)) },
    { ms: 4_000, least: 9 },
  );
  const title = `overlay of ${names.toLocaleString('en')} names over ${pack.title}`;
  return [
    { what: `${title}: made`, value: overlay.ms, unit: 'ms' },
    { what: '… merged with the base instead', value: merged.ms, unit: 'ms' },
    { what: '… spotting in both, times as long as in the merged', value: (times.both ?? 0) / (times.one ?? 1), unit: '×' },
  ];
}
