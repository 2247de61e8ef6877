/**
 * Runs a task that no other part of the extension runs at the same time; undefined where one does. A page that is closed
 * and a worker that is stopped let go of it, whatever state they were in.
 */
export async function alone<T>(name: string, task: () => Promise<T>): Promise<T | undefined> {
  const done = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => (lock ? { value: await task() } : undefined));
  return done?.value;
}

/** Whether somebody runs such a task now. */
export async function isHeld(name: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === name);
}
