import { describe, expect, it } from 'vitest';
import { variantKey, variantReason } from '../../../lib/discovery/spelling-variants';

describe('variantReason', () => {
  it.each([
    ['sergei kislyak', 'sergey kislyak', 'spelling'],
    ['volodymyr zelensky', 'volodymyr zelenskiy', 'spelling'],
    ['qassem soleimani', 'qasem soleimani', 'spelling'],
    ['nouri al maliki', 'nuri al maliki', 'spelling'],
    ['michael t flynn', 'michael flynn', 'middle-name'],
    ['robert s mueller iii', 'robert mueller', 'middle-name'],
    ['ruth b ginsburg', 'ruth bader ginsburg', 'middle-name'],
    ['mike pence', 'michael pence', 'short-first-name'],
    ['bob corker', 'robert corker', 'short-first-name'],
  ])('takes %s and %s for one, by %s', (a, b, reason) => {
    expect(variantReason(a, b)).toBe(reason);
    expect(variantReason(b, a)).toBe(reason);
    expect(variantKey(a)).toBe(variantKey(b));
  });

  it.each([
    ['john smith', 'joan smith'],
    ['donald trump', 'donald trump jr'],
    ['george w bush', 'george h bush'],
    ['jeff sessions', 'pete sessions'],
    ['maria garcia', 'mario garcia'],
    ['kislyak', 'sergey kislyak'],
    ['mark warner', 'mark wagner'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(variantReason(a, b)).toBeUndefined();
  });
});
