import { describe, expect, it } from 'vitest';
import { createHostTurns } from '../../../lib/services/host-turns';

describe('createHostTurns', () => {
  it('gives a host to one at a time, with a pause in between, and other hosts meanwhile', async () => {
    const told: string[] = [];
    const waits: (() => void)[] = [];
    const pause = (ms: number) => {
      told.push(`pause ${ms}`);
      return new Promise<void>((resolve) => waits.push(resolve));
    };
    const { inTurn } = createHostTurns(pause);
    const task = (name: string) => () => {
      told.push(name);
      return Promise.resolve(name);
    };
    const first = inTurn('a.example', task('a1'));
    const second = inTurn('a.example', task('a2'));
    expect(await first).toBe('a1');
    expect(await inTurn('b.example', task('b1'))).toBe('b1');
    expect(told.slice(0, 3)).toEqual(['a1', 'pause 1000', 'b1']);
    expect(told).not.toContain('a2');
    waits.shift()?.();
    expect(await second).toBe('a2');
  });

  it('goes on after a task that failed', async () => {
    const { inTurn } = createHostTurns(() => Promise.resolve());
    await expect(inTurn('a.example', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await inTurn('a.example', () => Promise.resolve(2))).toBe(2);
  });
});
