import type { Page } from 'puppeteer-core';
import { placeOfMark } from '../../scripts/browsers/marks';
import type { PageLab } from './page-lab';
import type { Annotated, Lab } from './page-lab-script';
import { sampleArticle } from './sample-article';

declare const lab: Lab;
declare global {
  var annotated: Annotated;
}

export const story = `
<p>Then <b>Jeff Sessions</b> met <a href="#elsewhere">Sergey Kislyak</a> at the convention.</p>
<p>Of Kislyak, Jeff Sessions said nothing. <input id="field" value="A field"></p>`;

/** A page in front whose names are marked; of the story's marks 0 and 2 are Sessions, 1 is Kislyak in a link. */
export async function annotateStory(pages: Pick<PageLab, 'open'>, html = sampleArticle(story)): Promise<Page> {
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
