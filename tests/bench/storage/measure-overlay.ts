import { compileGazetteer } from '../../../lib/gazetteer/compile-gazetteer';
import { openGazetteer } from '../../../lib/gazetteer/open-gazetteer';
import { aliasEntries } from '../../../lib/linking/alias-entries';
import type { Entity } from '../../../lib/model/entity';
import { corpus } from '../matching/corpus';
import { interleaved, timed } from '../matching/measure';
import type { Figure } from './figures';
import { readPack, type BenchPack } from './generated-files';

const textLength = 30_000;
const texts = 20;

/** What an overlay of so many learned names costs, beside a base that has them too: to make, and at each look-up. In Node. */
export function measureOverlay(pack: BenchPack, names: number): Figure[] {
  const packed = readPack(pack.file) as Entity[];
  const packedNames = packed.flatMap((entity, number) => aliasEntries(entity, number));
  const base = compileGazetteer(packedNames);
  const { names: namesOf, texts: textsOf } = corpus();
  const found = namesOf(names).map((name, at): Entity => ({ id: `learned:${at}`, name, kind: 'person', aliases: [] }));
  const foundNames = found.flatMap((entity, at) => aliasEntries(entity, packed.length + at));
  const overlay = timed(() => compileGazetteer(foundNames));
  const whole = timed(() => compileGazetteer([...packedNames, ...foundNames]));
  const [both, one] = [openGazetteer(base, overlay.value), openGazetteer(whole.value)];
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
    { what: '… all names compiled as one instead', value: whole.ms, unit: 'ms' },
    { what: '… spotting 30,000 characters in both', value: times.both ?? 0, unit: 'ms' },
    { what: '… times as long as in the one', value: (times.both ?? 0) / (times.one ?? 1), unit: '×' },
  ];
}
