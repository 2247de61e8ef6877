// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { encodeSnapshot } from '../../lib/storage/learning-pieces';
import { isLearningPiece } from '../../lib/storage/learning-schema';
import { createLearningStore } from '../../lib/storage/learning-store';
import { importCoverage } from '../../lib/storage/import-coverage';
import { importPack } from '../../lib/storage/import-pack';
import { useDatabase } from '../support/database';
import { asFile, coverageLines, packLines } from '../support/files';
import { indexAll } from '../support/indexing';

const database = useDatabase();
const options = { now: () => '2020-01-01T00:00:00Z' };

async function pieces(): Promise<Uint8Array[]> {
  await importPack(database(), asFile(packLines('p', [{ id: 'ada', name: 'Ada Byron', aliases: [] }])), options);
  const articles = Array.from({ length: 12 }, (_, at) => ({
    url: `https://a${at % 4}.test/${at}`, title: `Envoy Sergei Lind meets Ada Byron ${at}`, outlet: `Outlet ${at % 4}`, published: '2020-01-01',
    text: `Ambassador Sergei Lind spoke of election security. Later Sergei Lind (SL) left. ${'Lind said more. '.repeat(at)}`,
  }));
  await importCoverage(database(), asFile(coverageLines(...articles)), options);
  await indexAll(database());
  return encodeSnapshot(await createLearningStore(database()).state());
}

describe('isLearningPiece', () => {
  it('accepts what was learned from articles', async () => {
    const made = await pieces();
    expect(made.length).toBeGreaterThan(2);
    expect(made.map(isLearningPiece)).toEqual(made.map(() => true));
  });

  it('refuses whatever else', async () => {
    const texts = (await pieces()).map((bytes) => new TextDecoder().decode(bytes));
    const names = texts.find((text) => text.includes('"written"')) ?? '';
    const wrong = ['', '{}', '[]', names.replace(/"articles":\d+/, '"articles":"many"'), names.replace(/"written":\[/, '"written":[7,'), names.replace('"lower":[]', '"lower":[["a",-1]]'), names.slice(0, -2)];
    const encoder = new TextEncoder();
    expect(wrong.map((text) => isLearningPiece(encoder.encode(text)))).toEqual(wrong.map(() => false));
    expect(isLearningPiece(Uint8Array.of(0xff, 0xfe))).toBe(false);
  });
});
