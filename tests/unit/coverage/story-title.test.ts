import { describe, expect, it } from 'vitest';
import { storyTitle } from '../../../lib/coverage/story-title';

describe('storyTitle', () => {
  it('is the headline that says most of what the others say', () => {
    expect(storyTitle(['A night without sleep', 'Dam bursts and floods Harbourton', 'Harbourton flooded as dam bursts', 'Harbourton: mayor asks for boats'])).toBe('Dam bursts and floods Harbourton');
  });

  it('is the first of two that say as much, and stays when more come later', () => {
    const first = ['Dam bursts', 'Dam bursts', ...['Roses', 'Trains', 'Prisons', 'Bees', 'Bread', 'Chess']];
    expect(storyTitle(['Flood in Harbourton', 'Mayor asks for boats'])).toBe('Flood in Harbourton');
    expect(storyTitle([...first, 'Mayor asks for boats', 'Mayor asks for boats', 'Mayor asks for boats'])).toBe('Dam bursts');
  });

  it('is nothing without headlines', () => {
    expect(storyTitle([])).toBeUndefined();
  });
});
