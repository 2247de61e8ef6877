import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(new URL('../../../assets/tokens.css', import.meta.url), 'utf8');

/** A token's colours: in the light scheme, in the dark. */
function coloursOf(token: string): [string, string] {
  const found = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens);
  if (!found?.[1] || !found[2]) throw new Error(`There is no colour named ${token}`);
  return [found[1], found[2]];
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
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
