import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ImporterReply, ImporterRequest } from '../lib/messaging/importer-protocol';
import { alone } from '../lib/storage/alone';
import { beginImport, runImport } from '../lib/storage/import-jobs';
import { openDatabase } from '../lib/storage/open-database';
import type { ImportOptions } from '../lib/storage/read-file';
import { makeRoom } from '../lib/storage/retention';

/** Of a worker's global scope, which the types of a page do not know. */
declare const self: {
  onmessage: (event: MessageEvent<ImporterRequest>) => void;
  postMessage(reply: ImporterReply): void;
};

/** Runs as a worker of the options page, so that the page stays usable while a million names are read and compiled. */
export default defineUnlistedScript(() => {
  const stop = new AbortController();
  const options: ImportOptions = {
    now: () => new Date().toISOString(),
    signal: stop.signal,
    onProgress: (progress) => tell({ say: 'progress', progress }),
  };
  self.onmessage = ({ data }) => {
    if (data.say === 'stop') stop.abort();
    else void (data.say === 'begin' ? begin(data.job) : run(data.job));
  };

  async function begin(job: string): Promise<void> {
    try {
      const opened = await openDatabase();
      if (opened.ok) await beginImport(opened.value, job, { alone, ...options });
    } finally {
      // What went wrong goes wrong once more, and is told then.
      tell({ say: 'begun' });
    }
  }

  async function run(job: string): Promise<void> {
    const opened = await openDatabase();
    const result = opened.ok
      ? await runImport(opened.value, job, {
          alone,
          makeRoom: () => makeRoom(opened.value),
          ...options,
        })
      : opened;
    tell({ say: 'over', result });
  }
});

function tell(reply: ImporterReply): void {
  self.postMessage(reply);
}
