/**
 * Does one after the other, also behind one that failed. What failed first is thrown when all is done, and what failed
 * after it is told before.
 */
export async function inSteps(steps: readonly (() => Promise<unknown>)[], tell: (error: unknown) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    await step().catch((error: unknown) => failures.push(error));
  }
  const [first, ...others] = failures;
  for (const other of others) await tell(other);
  if (failures.length > 0) throw first;
}
