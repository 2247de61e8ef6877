import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ImporterReply, ImporterRequest } from '../lib/messaging/importer-protocol';
import { alone } from '../lib/storage/alone';
import { runImport } from '../lib/storage/import-jobs';
import { openDatabase } from '../lib/storage/open-database';
import { makeRoom } from '../lib/storage/retention';

/** Of a worker's global scope, which the types of a page do not know. */
declare const self: {
  onmessage: (event: MessageEvent<ImporterRequest>) => void;
  postMessage(reply: ImporterReply): void;
};

/** Runs as a worker of the options page, so that the page stays usable while a million names are read and compiled. */
export default defineUnlistedScript(() => {
  const stop = new AbortController();
  self.onmessage = ({ data }) => {
    if (data.say === 'stop') stop.abort();
    else void run(data.job);
  };

  async function run(job: string): Promise<void> {
    const opened = await openDatabase();
    const result = opened.ok
      ? await runImport(opened.value, job, {
          alone,
          makeRoom: () => makeRoom(opened.value),
          now: () => new Date().toISOString(),
          signal: stop.signal,
          onProgress: (progress) => tell({ say: 'progress', progress }),
        })
      : opened;
    tell({ say: 'over', result });
  }
});

function tell(reply: ImporterReply): void {
  self.postMessage(reply);
}
