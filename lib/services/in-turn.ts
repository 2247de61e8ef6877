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
