import type { Result } from '../../lib/errors/failure';
import { fail } from '../../lib/errors/failure';
import type { ImporterProgress, ImporterReply, ImporterReport, ImporterRequest } from '../../lib/messaging/importer-protocol';

interface WorkerRun {
  readonly job: string;
  readonly onProgress: (progress: ImporterProgress) => void;
  readonly signal: AbortSignal;
}

/** Has an import run in a worker of its own, which ends with it. */
export function runInWorker({ job, onProgress, signal }: WorkerRun): Promise<Result<ImporterReport>> {
  const worker = new Worker('/importer.js');
  const ask = (request: ImporterRequest): void => worker.postMessage(request);
  const over = new Promise<Result<ImporterReport>>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<ImporterReply>) => {
      if (data.say === 'progress') onProgress(data.progress);
      else resolve(data.result);
    };
    // Not even its script could be run, or something in it is broken; the import stays where it is.
    worker.onerror = (event) => {
      reportError(event.error ?? new Error(event.message));
      resolve(fail('unexpected'));
    };
  });
  signal.addEventListener('abort', () => ask({ say: 'stop' }), { once: true });
  ask({ say: 'run', job });
  return over.finally(() => worker.terminate());
}
