import { describe, expect, it } from 'vitest';
import { claimPage } from '../../../lib/page/claim-page';

describe('claimPage', () => {
  it('lets one annotator into a page', () => {
    const world = {};
    expect(claimPage(world)?.signal.aborted).toBe(false);
    expect(claimPage(world)).toBeUndefined();
  });

  it('lets the next one in when the first has left', () => {
    const world = {};
    const first = claimPage(world);
    first?.leave();
    expect(first?.signal.aborted).toBe(true);
    expect(claimPage(world)?.signal.aborted).toBe(false);
  });

  it('shows nothing in the names of the world', () => {
    const world = {};
    claimPage(world);
    expect(Object.keys(world)).toEqual([]);
  });
});
