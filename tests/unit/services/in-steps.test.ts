import { expect, it } from 'vitest';
import { inSteps } from '../../../lib/services/in-steps';

it('goes on behind a step that failed, and tells of every failure', async () => {
  const done: string[] = [];
  const told: unknown[] = [];
  const step = (name: string) => () => Promise.resolve(done.push(name));
  const failing = (name: string) => () => Promise.reject(new Error(name));
  const steps = [step('one'), failing('two'), step('three'), failing('four'), step('five')];
  await expect(inSteps(steps, (error) => Promise.resolve(told.push(error)))).rejects.toThrow('two');
  expect(done).toEqual(['one', 'three', 'five']);
  expect(told).toEqual([new Error('four')]);
});
