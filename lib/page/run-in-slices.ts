/** Long enough to get on, short enough that a frame is not missed. */
const sliceMs = 5;

export interface Pace {
  now(): number;
  /** Resolves when the page has had its turn. */
  breathe(): Promise<void>;
}

/** Runs a job step by step and lets the page have its turn in between. Undefined once the signal has fired. */
export async function runInSlices<T>(
  job: Generator<undefined, T>,
  signal: AbortSignal,
  pace: Pace = pagePace,
): Promise<T | undefined> {
  let end = pace.now() + sliceMs;
  while (!signal.aborted) {
    const step = job.next();
    if (step.done) return step.value;
    if (pace.now() < end) continue;
    await pace.breathe();
    end = pace.now() + sliceMs;
  }
  return undefined;
}

/** A message to oneself is a task of its own, like a timer, but is not slowed down when many follow one another. */
const pagePace: Pace = {
  now: () => performance.now(),
  breathe: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }),
};
