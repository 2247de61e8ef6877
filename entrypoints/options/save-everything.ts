import { succeed, type Result } from '../../lib/errors/failure';
import { createSettingsStore } from '../../lib/platform/settings-store';
import type { Database } from '../../lib/storage/database';
import { exportEverything } from '../../lib/storage/export-everything';
import { storageFailure } from '../../lib/storage/storage-failure';
import { download, packText } from './download';

/** Offers everything as a file to be downloaded. */
export async function saveEverything(database: Database): Promise<Result<{ readonly fileName: string }>> {
  const now = new Date().toISOString();
  const fileName = `sidelight-${now.slice(0, 10)}.jsonl.gz`;
  try {
    const { file } = await packText(exportEverything(database, await createSettingsStore().read(), now));
    download(file, fileName);
    return succeed({ fileName });
  } catch (error) {
    return { ok: false, failure: storageFailure(error) };
  }
}
