// @vitest-environment node
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { exportEverything } from '../../lib/storage/export-everything';
import { importCoverage } from '../../lib/storage/import-coverage';
import { keepImport, runImport } from '../../lib/storage/import-jobs';
import { importPack } from '../../lib/storage/import-pack';
import { knowledgeOf } from '../support/knowledge-of';
import { useDatabase } from '../support/database';
import { failedOnce } from '../support/failed-once';
import { asFile, coverageLines, packLines } from '../support/files';
import { damaged } from '../support/mutations';

const database = useDatabase();
const now = '2020-01-01T00:00:00Z';
const options = { now: () => now, alone: <T>(_: string, task: () => Promise<T>) => task(), makeRoom: () => Promise.resolve(false) };
const encoder = new TextEncoder();

const entities = ['Ada Marlow', 'Carl Brook', 'Dome Council'].map((name, at) => ({ id: `e:${at}`, name, aliases: [`${name} II`] }));
const articles = [1, 2, 3].map((at) => ({ url: `https://gazette.test/${at}`, title: `Ada Marlow speaks ${at}`, outlet: 'Gazette', published: '2017-11-14', text: 'Then Carl Brook left.' }));
const files = {
  pack: packLines('p', entities),
  coverage: coverageLines(...articles),
} as const;
const damage = {
  pieces: ['\n', '"', '{', '}', ',', 'null', '"__proto__":{},', '{"is":"end","lines":0}\n', '{"id":"__proto__","name":"constructor"}\n', '{"url":"https://a.example/","title":"__proto__","outlet":"toString"}\n'],
  nested: ['[', '{"a":', '\n'],
};

/** Imports it as the options page does; never rejects, and leaves no job behind. */
async function run(kind: 'pack' | 'coverage' | 'everything', bytes: Uint8Array): Promise<void> {
  await keepImport(database(), { id: 'job', kind, title: 'a file', file: new Blob([new Uint8Array(bytes)]) }, now);
  const imported = await runImport(database(), 'job', options);
  if (!imported.ok) expect(imported.failure.kind).toBe({ pack: 'not-a-pack', coverage: 'not-coverage', everything: 'not-a-base' }[kind]);
  expect(await database().jobs.count()).toBe(0);
  expect(await database().jobFiles.count()).toBe(0);
  // What came of it can be used.
  await knowledgeOf(database()).entities(['e:0', '__proto__']);
}

describe('runImport on damaged files', () => {
  it.each(['pack', 'coverage'] as const)('takes in what is sound of a %s, or says what the file is not', async (kind) => {
    const broken = failedOnce.json.map((value): [Uint8Array] => [encoder.encode(`${files[kind]}\n${JSON.stringify({ id: value, name: value, url: value, title: value, outlet: value })}`)]);
    await fc.assert(fc.asyncProperty(damaged([files[kind], gzipSync(files[kind])], damage), (bytes) => run(kind, bytes)), { numRuns: 60, examples: broken });
  });

  it('restores what is sound of a saved base, or says what the file is not', async () => {
    await importPack(database(), asFile(files.pack), options);
    await importCoverage(database(), asFile(files.coverage), options);
    let saved = '';
    for await (const line of exportEverything(database(), { dwellMs: 7 }, now)) saved += line;
    const lines = [...failedOnce.json.map((value) => ({ is: 'source', source: { id: value } })), ...failedOnce.bytes.map((bytes) => ({ is: 'learning', part: 0, bytes }))];
    const broken = lines.map((line): [Uint8Array] => [encoder.encode(saved.replace('{"is":"end"', `${JSON.stringify(line)}\n{"is":"end"`))]);
    await fc.assert(fc.asyncProperty(damaged([saved, gzipSync(saved)], damage), (bytes) => run('everything', bytes)), { numRuns: 60, examples: broken });
  });
});
