import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCoverage, importPack, restoreBase } from '../../../scripts/browsers/options-page';
import { untilThere } from '../../../scripts/browsers/patience';
import { openExtension, type OpenExtension } from '../../support/open-extension';
import type { StorageLab } from '../../support/storage-lab-script';
import type { Figure } from './figures';

declare const storageLab: StorageLab;

/** Everything saved in one profile and restored in an empty one. */
export async function measureRestoring(open: OpenExtension, { pack, coverage }: { readonly pack: string; readonly coverage: string }): Promise<Figure[]> {
  await importPack(open.sidelight, pack);
  await importCoverage(open.sidelight, coverage);
  await finished(open);
  const began = performance.now();
  const saved = Buffer.from(await open.sidelight.options.evaluate(() => storageLab.saved()), 'base64');
  const savedMs = performance.now() - began;
  const file = join(mkdtempSync(join(tmpdir(), 'sidelight-restored-')), 'everything.jsonl.gz');
  writeFileSync(file, saved);
  const before = await contents(open);

  const empty = await openExtension(open.name);
  try {
    const restoring = performance.now();
    const said = await restoreBase(empty.sidelight, file);
    if (!said.ok) throw new Error(said.text);
    const restoredMs = performance.now() - restoring;
    await finished(empty);
    return [
      { what: `everything saved (${before.articles.toLocaleString('en')} articles)`, value: savedMs, unit: 'ms' },
      { what: '… size of the file', value: saved.length / 1e6, unit: 'MB' },
      { what: '… restored in an empty profile', value: restoredMs, unit: 'ms' },
      { what: '… stores that differ', value: before.print === (await contents(empty)).print ? 0 : 1, unit: '', aim: 0 },
    ];
  } finally {
    await empty.close();
  }
}

async function contents({ sidelight }: OpenExtension): Promise<{ print: string; articles: number }> {
  const print = await sidelight.options.evaluate(() => storageLab.fingerprint());
  const { articles } = await sidelight.options.evaluate(() => storageLab.progress());
  return { print, articles };
}

async function finished({ sidelight }: OpenExtension): Promise<void> {
  await sidelight.ask('knowledge-changed', {});
  await untilThere(async () => {
    const { jobs, unlinked, ungathered } = await sidelight.options.evaluate(() => storageLab.progress());
    return jobs + unlinked + ungathered === 0 ? true : undefined;
  }, 600_000);
}
