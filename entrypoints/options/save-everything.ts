import { succeed, type Result } from '../../lib/errors/failure';
import { createSettingsStore } from '../../lib/platform/settings-store';
import type { Database } from '../../lib/storage/database';
import { exportEverything } from '../../lib/storage/export-everything';
import { storageFailure } from '../../lib/storage/storage-failure';

/** Offers everything as a file to be downloaded. Packed as it is made, so that only the packed file is in memory. */
export async function saveEverything(database: Database): Promise<Result<{ readonly fileName: string }>> {
  const now = new Date().toISOString();
  const fileName = `sidelight-${now.slice(0, 10)}.jsonl.gz`;
  try {
    const lines = exportEverything(database, await createSettingsStore().read(), now);
    const text = new ReadableStream<string>({
      async pull(controller) {
        const next = await lines.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
    });
    const packed = text.pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream('gzip'));
    download(await new Response(packed).blob(), fileName);
    return succeed({ fileName });
  } catch (error) {
    return { ok: false, failure: storageFailure(error) };
  }
}

function download(file: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = fileName;
  link.click();
  // The browser holds on to what it is downloading.
  URL.revokeObjectURL(link.href);
}
