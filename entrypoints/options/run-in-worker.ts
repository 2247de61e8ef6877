import type { Result } from '../../lib/errors/failure';
import { fail } from '../../lib/errors/failure';
import type { ImporterProgress, ImporterReply, ImporterReport, ImporterRequest } from '../../lib/messaging/importer-protocol';

interface WorkerRun {
  readonly job: string;
  readonly onProgress: (progress: ImporterProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * Has an import run in two workers, one after the other, which end with it. What reading a million names leaves behind goes with the
 * first, a hundred megabytes that the browser would collect late; the second puts in order what was read.
 */
export async function runInWorker(run: WorkerRun): Promise<Result<ImporterReport>> {
  const begun = await hear(run, 'begin');
  return begun ?? (await hear(run, 'run')) ?? fail('unexpected');
}

/** What one worker says in the end; undefined where something is left for another. */
function hear({ job, onProgress, signal }: WorkerRun, say: 'begin' | 'run'): Promise<Result<ImporterReport> | undefined> {
  const worker = new Worker('/importer.js');
  const ask = (request: ImporterRequest): void => worker.postMessage(request);
  const stop = (): void => ask({ say: 'stop' });
  const over = new Promise<Result<ImporterReport> | undefined>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<ImporterReply>) => {
      if (data.say === 'progress') onProgress(data.progress);
      else resolve(data.say === 'over' ? data.result : undefined);
    };
    // Not even its script could be run, or something in it is broken; the import stays where it is.
    worker.onerror = (event) => {
      reportError(event.error ?? new Error(event.message));
      resolve(fail('unexpected'));
    };
  });
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  ask({ say, job });
  return over.finally(() => {
    signal.removeEventListener('abort', stop);
    worker.terminate();
  });
}
