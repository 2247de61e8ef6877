import type { Page } from 'puppeteer-core';
import { placeOfMark } from '../../scripts/browsers/marks';
import type { PageLab } from './page-lab';
import type { Annotated, Lab } from './page-lab-script';
import { sampleArticle } from './sample-article';

declare const lab: Lab;
declare global {
  var annotated: Annotated;
  var lookedAt: Promise<void>;
}

export const story = `
<p>Then <b>Jeff Sessions</b> met <a href="#elsewhere">Sergey Kislyak</a> at the convention.</p>
<p>Of Kislyak, Jeff Sessions said nothing. <input id="field" value="A field"></p>`;

/** A page in front whose names are marked; of the story's marks 0 and 2 are Sessions, 1 is Kislyak in a link. */
export async function annotateStory(pages: PageLab, html = sampleArticle(story)): Promise<Page> {
  const page = await pages.open(html);
  await page.bringToFront();
  await page.evaluate(() => {
    globalThis.annotated = lab.annotate({ sessions: 'Jeff Sessions', kislyak: 'Sergey Kislyak' }, {}, { sessions: 'person' });
  });
  await page.waitForFunction(() => globalThis.annotated.report().state !== 'reading');
  return page;
}

export async function pointAtMark(page: Page, mark: number): Promise<void> {
  const place = await placeOfMark(page, mark);
  if (place) await page.mouse.move(place.x, place.y);
}

/**
 * Asked before the pointer moves, what it gives settles when the annotator has looked at what is under where it moved
 * to: it looks in the frame after, and was asked first.
 */
export async function untilLookedAt(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    globalThis.lookedAt = new Promise((resolve) => {
      addEventListener('pointermove', () => requestAnimationFrame(() => resolve()), { once: true });
    });
  });
  return () => page.evaluate(() => globalThis.lookedAt);
}
