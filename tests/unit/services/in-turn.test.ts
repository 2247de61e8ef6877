import { describe, expect, it } from 'vitest';
import { createTurns, oneTurnForAll } from '../../../lib/services/in-turn';

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

describe('oneTurnForAll', () => {
  it('has a turn after the last who asked, and no more than are needed', async () => {
    let said = 0;
    const heard: number[] = [];
    const listen = oneTurnForAll(createTurns(), async () => {
      heard.push(said);
      await Promise.resolve();
    });
    said = 1;
    const first = listen();
    await Promise.resolve();
    const others = [2, 3, 4].map((word) => {
      said = word;
      return listen();
    });
    await Promise.all([first, ...others]);

    expect(heard).toEqual([1, 4]);
  });

  it('goes on after a failure', async () => {
    let tries = 0;
    const listen = oneTurnForAll(createTurns(), () => (++tries === 1 ? Promise.reject(new Error('broken')) : Promise.resolve('done')));

    await expect(listen()).rejects.toThrow('broken');
    expect(await listen()).toBe('done');
  });
});
