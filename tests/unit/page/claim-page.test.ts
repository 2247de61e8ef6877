import { describe, expect, it } from 'vitest';
import { claimPage } from '../../../lib/page/claim-page';

describe('claimPage', () => {
  it('lets one annotator into a page', () => {
    const world = {};
    expect(claimPage(world, () => true)?.signal.aborted).toBe(false);
    expect(claimPage(world, () => true)).toBeUndefined();
  });

  it('lets the next one in when the first has left', () => {
    const world = {};
    const first = claimPage(world, () => true);
    first?.leave();
    expect(first?.signal.aborted).toBe(true);
    expect(claimPage(world, () => true)?.signal.aborted).toBe(false);
  });

  it('puts out one that has lost its extension', () => {
    const world = {};
    let isConnected = true;
    const first = claimPage(world, () => isConnected);
    isConnected = false;
    expect(claimPage(world, () => true)?.signal.aborted).toBe(false);
    expect(first?.signal.aborted).toBe(true);
  });

  it('shows nothing in the names of the world', () => {
    const world = {};
    claimPage(world, () => true);
    expect(Object.keys(world)).toEqual([]);
  });
});
