import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../support/contrast';

const tokens = readFileSync(new URL('../../../assets/tokens.css', import.meta.url), 'utf8');

/** A token's colours: in the light scheme, in the dark. */
function coloursOf(token: string): [number[], number[]] {
  const found = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens);
  if (!found?.[1] || !found[2]) throw new Error(`There is no colour named ${token}`);
  return [channelsOf(found[1]), channelsOf(found[2])];
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

describe('tokens', () => {
  const texts = ['ink', 'ink-soft', 'ink-faint', 'amber', 'good', 'bad'];
  const surfaces = ['paper', 'paper-raised', 'paper-sunken'];

  it.each(texts.flatMap((text) => surfaces.map((surface) => [text, surface])))('%s can be read on %s in both schemes', (text, surface) => {
    for (const scheme of [0, 1] as const) {
      expect(contrast(coloursOf(text)[scheme], coloursOf(surface)[scheme])).toBeGreaterThanOrEqual(4.5);
    }
  });
});
