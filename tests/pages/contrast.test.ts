import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { contrast } from '../support/contrast';
import type { Lab } from '../support/page-lab-script';
import { sampleArticle } from '../support/sample-article';
import { usePageLab } from '../support/use-page-lab';

declare const lab: Lab;

const marksCss = readFileSync(new URL('../../entrypoints/marks.css', import.meta.url), 'utf8');
/** What WCAG 2.2 asks of things that are no text. */
const leastContrast = 3;

const pagesAsTheyAre = [
  ['black on white', '#000', '#fff'],
  ['near-black on white', '#1a1a1a', '#fff'],
  ['grey on white', '#333', '#fff'],
  ['red on white', '#b00', '#fff'],
  ['brown on cream', '#3b2f20', '#f6efdf'],
  ['light on near-black', '#e6e6e6', '#121212'],
  ['grey on dark grey', '#ccc', '#222'],
] as const;

describe.each(browserNames)('what a mark looks like in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;

  async function open(color: string, background: string): Promise<void> {
    page = await pages.open(sampleArticle('<p id="here">Then Jeff Sessions spoke.</p>',
      `<style>${marksCss}</style><style>body { color: ${color}; background: ${background} }</style>`));
    await page.bringToFront();
  }

  /** Colours that pixels of bare background have once the name is marked, as it is drawn. */
  async function drawn(how: 'paint' | 'open'): Promise<Drawn> {
    const before = await picture();
    await page.evaluate((which) => {
      const marks = lab.createMarks(new AbortController().signal);
      const range = lab.rangeOfText('Jeff Sessions');
      if (which === 'paint') marks.paint([range]);
      else marks.open(range);
    }, how);
    return page.evaluate(compare, before, await picture());
  }

  async function picture(): Promise<string> {
    const clip = await page.evaluate(() => {
      const { x, y, width, height } = document.querySelector('#here')?.getBoundingClientRect() ?? new DOMRect();
      return { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height) };
    });
    return page.screenshot({ clip, encoding: 'base64' });
  }

  const strongest = ({ background, colours }: Drawn): number => Math.max(0, ...colours.map((colour) => contrast(colour, background)));

  it.each(pagesAsTheyAre)('is seen on a page that is %s', async (_, color, background) => {
    await open(color, background);
    expect(strongest(await drawn('paint'))).toBeGreaterThanOrEqual(leastContrast);
  });

  it.each(pagesAsTheyAre)('is seen with its card open on a page that is %s', async (_, color, background) => {
    await open(color, background);
    expect(strongest(await drawn('open'))).toBeGreaterThanOrEqual(leastContrast);
  });

  // Firefox pretends no media for a driver.
  if (browser !== 'chromium') return;

  it.each(['light', 'dark'])('is seen where the reader forces colours that are %s', async (scheme) => {
    await open('#777', '#888');
    const session = await page.createCDPSession();
    const features = [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: scheme }];
    await session.send('Emulation.setEmulatedMedia', { features });
    const seen = await drawn('paint');
    expect(contrast(seen.background, scheme === 'dark' ? [0, 0, 0] : [255, 255, 255])).toBeLessThan(1.5);
    expect(strongest(seen)).toBeGreaterThanOrEqual(leastContrast);
  });

  it('is not printed', async () => {
    await open('#000', '#fff');
    await page.emulateMediaType('print');
    expect((await drawn('paint')).colours).toEqual([]);
    await page.emulateMediaType('screen');
    expect((await drawn('paint')).colours).toEqual([]);
    expect(await page.evaluate(() => lab.painted())).toEqual(['Jeff Sessions']);
  });
});

interface Drawn {
  readonly background: readonly number[];
  readonly colours: readonly number[][];
}

/** Runs in the page. The picture's last pixel is background. */
async function compare(before: string, after: string): Promise<Drawn> {
  const pixelsOf = async (picture: string): Promise<Uint8ClampedArray> => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  };
  const [old, fresh] = [await pixelsOf(before), await pixelsOf(after)];
  const colourAt = (pixels: Uint8ClampedArray, at: number): number[] => [...pixels.slice(at, at + 3)];
  const background = colourAt(old, old.length - 4);
  const colours = new Map<string, number[]>();
  for (let at = 0; at < old.length; at += 4) {
    const colour = colourAt(fresh, at);
    if (String(colourAt(old, at)) === String(background) && String(colour) !== String(background)) colours.set(String(colour), colour);
  }
  return { background, colours: [...colours.values()] };
}
