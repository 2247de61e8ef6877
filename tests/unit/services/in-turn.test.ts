import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../lib/services/in-turn';

describe('createTurns', () => {
  it('starts a task when the one before is done', async () => {
    const inTurn = createTurns();
    const events: string[] = [];
    const task = (name: string) => async () => {
      events.push(`${name} starts`);
      await Promise.resolve();
      events.push(`${name} ends`);
    };
    await Promise.all([inTurn(task('first')), inTurn(task('second'))]);

    expect(events).toEqual(['first starts', 'first ends', 'second starts', 'second ends']);
  });

  it('goes on after a failure, of which only its owner learns', async () => {
    const inTurn = createTurns();
    const failing = inTurn(() => Promise.reject(new Error('broken')));
    const next = inTurn(() => Promise.resolve('done'));

    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });
});
