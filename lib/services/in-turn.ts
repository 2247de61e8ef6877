/** Runs tasks one after the other, each whatever became of the one before. */
export function createTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task);
    // Who brought the task learns of its failure; the next one starts all the same.
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** The same task, however often it is asked for: one turn that has not begun yet is enough for all who asked until then. */
export function oneTurnForAll<T>(inTurn: (task: () => Promise<T>) => Promise<T>, task: () => Promise<T>): () => Promise<T> {
  let waiting: Promise<T> | undefined;
  return () => {
    waiting ??= inTurn(() => {
      waiting = undefined;
      return task();
    });
    return waiting;
  };
}
