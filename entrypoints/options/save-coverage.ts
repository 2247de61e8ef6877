import type { SavedCoverage } from '../../components/services';
import { succeed, type Result } from '../../lib/errors/failure';
import type { Database } from '../../lib/storage/database';
import { exportCoverage, type CoverageExport } from '../../lib/storage/export-coverage';
import { storageFailure } from '../../lib/storage/storage-failure';
import { download, packText } from './download';

/** Offers all articles as a coverage file to be downloaded. */
export async function saveCoverage(database: Database, request: CoverageExport): Promise<Result<SavedCoverage>> {
  const fileName = `sidelight-articles-${new Date().toISOString().slice(0, 10)}.jsonl.gz`;
  try {
    const { file, made } = await packText(exportCoverage(database, request));
    if (!made.ok) return made;
    download(file, fileName);
    return succeed({ fileName, articles: made.value });
  } catch (error) {
    return { ok: false, failure: storageFailure(error) };
  }
}
