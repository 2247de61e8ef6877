/** Long enough to get on, short enough that a frame is not missed. */
const sliceMs = 5;

export interface Pace {
  now(): number;
  /** Resolves when the page has had its turn. */
  breathe(): Promise<void>;
}

export interface Ran<T> {
  readonly result: T;
  /** What the page did in between is not in it. */
  readonly workMs: number;
}

/** Runs a job step by step and lets the page have its turn in between. Undefined once the signal has fired. */
export async function runInSlices<T>(
  job: Generator<undefined, T>,
  signal: AbortSignal,
  pace: Pace = pagePace,
): Promise<Ran<T> | undefined> {
  let start = pace.now();
  let workMs = 0;
  while (!signal.aborted) {
    const step = job.next();
    const sliceTookMs = pace.now() - start;
    if (step.done) return { result: step.value, workMs: workMs + sliceTookMs };
    if (sliceTookMs < sliceMs) continue;
    workMs += sliceTookMs;
    await pace.breathe();
    start = pace.now();
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
