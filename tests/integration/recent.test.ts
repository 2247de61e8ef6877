// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { Recent } from '../../lib/storage/recent';

describe('Recent', () => {
  it('keeps what was used last, and not much more', () => {
    const recent = new Recent<number, string>(10);
    for (let key = 0; key < 1_000; key++) {
      recent.set(key, `value ${key}`);
      for (let last = Math.max(0, key - 9); last <= key; last++) expect(recent.get(last)).toBe(`value ${last}`);
    }
    const kept = Array.from({ length: 1_000 }, (_, key) => recent.get(key)).filter((value) => value !== undefined);
    expect(kept.length).toBeLessThanOrEqual(20);
  });

  it('keeps what is asked for again and again', () => {
    const recent = new Recent<string, number>(10);
    recent.set('favourite', 7);
    for (let key = 0; key < 1_000; key++) {
      recent.set(`${key}`, key);
      expect(recent.get('favourite')).toBe(7);
    }
  });

  it('gives the newest value of a key', () => {
    const recent = new Recent<string, number>(2);
    for (const value of [1, 2, 3]) recent.set('a', value);

    expect(recent.get('a')).toBe(3);
  });
});
