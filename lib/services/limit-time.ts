interface TimePorts {
  /** A signal that fires after so many milliseconds. */
  readonly deadline: (ms: number) => AbortSignal;
  /** The time now, ISO 8601 in UTC. */
  readonly now: () => string;
}

export interface TimeLimit {
  /** Fires when the time is over. */
  readonly signal: AbortSignal;
  /** Waits for something that takes nothing of the time. One at a time. */
  outside<T>(waited: Promise<T>): Promise<T>;
}

/** A time limit that stands still while something else is waited for. */
export function limitTime(limitMs: number, { deadline, now }: TimePorts): TimeLimit {
  const controller = new AbortController();
  const nowMs = (): number => Date.parse(now());
  /** Of what is waited for now. */
  let sinceMs: number | undefined;
  /** By how much the end is to be put off. */
  let waitedMs = 0;
  /** What was left of the time when the waiting began in which it ran out. */
  let leftMs: number | undefined;

  const start = (ms: number): void => {
    const over = deadline(ms);
    if (over.aborted) end();
    else over.addEventListener('abort', end, { once: true });
  };
  const end = (): void => {
    const more = waitedMs;
    waitedMs = 0;
    if (sinceMs !== undefined) leftMs = nowMs() - sinceMs + more;
    else if (more > 0) start(more);
    else controller.abort();
  };
  start(limitMs);

  return {
    signal: controller.signal,
    async outside(waited) {
      sinceMs = nowMs();
      try {
        return await waited;
      } finally {
        const took = nowMs() - sinceMs;
        sinceMs = undefined;
        if (leftMs === undefined) waitedMs += took;
        else start(leftMs);
        leftMs = undefined;
      }
    },
  };
}
