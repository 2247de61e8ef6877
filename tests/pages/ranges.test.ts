import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import type { Lab } from '../support/page-lab-script';
import { sampleArticle } from '../support/sample-article';
import { usePageLab } from '../support/use-page-lab';

declare const lab: Lab;

describe.each(browserNames)('offsets become ranges in %s', (browser) => {
  const pages = usePageLab(browser);
  let page: Page;

  /** What the browser holds the range of a text to be, and the block that it was found in. */
  async function rangeText(body: string, text: string): Promise<{ range: string; block: string | undefined }> {
    page = await pages.open(sampleArticle(body));
    return page.evaluate(
      (wanted) => ({
        range: lab.textOf(lab.rangeOfText(wanted)),
        block: lab.texts().find((block) => block.includes(wanted)),
      }),
      text,
    );
  }

  it('joins inline markup within a block', async () => {
    const { range, block } = await rangeText(
      '<p>Then <b>Jeff</b> <a href="/x"><em>Ses</em>sions</a>&rsquo;s <span>answer</span> came.</p>',
      'Jeff Sessions’s answer',
    );
    expect(range).toBe('Jeff Sessions’s answer');
    expect(block).toBe('Then Jeff Sessions’s answer came.');
  });

  it('counts in UTF-16, so that what is beyond the first plane shifts nothing', async () => {
    const { range } = await rangeText('<p>🗞️🗞️ 𝔖 The paper said: <i>Jeff Sessions</i> 🗳️ left.</p>', 'Jeff Sessions');
    expect(range).toBe('Jeff Sessions');
  });

  it('reads through soft hyphens and other places where a line may break', async () => {
    const { range, block } = await rangeText('<p>The Attor&shy;ney Gen&#8203;eral, Ses&shy;<wbr>sions, spoke.</p>', 'Attorney General, Sessions');
    expect(range).toBe('Attor\u00ADney Gen\u200Beral, Ses\u00ADsions');
    expect(block).toBe('The Attorney General, Sessions, spoke.');
  });

  it('collapses white space as the browser shows it', async () => {
    const { range, block } = await rangeText('<p>\n   It was   Jeff\n\t<b>\n Sessions</b>  \n who spoke.\n</p>', 'Jeff Sessions');
    expect(range.split(/\s+/)).toEqual(['Jeff', 'Sessions']);
    expect(block).toBe('It was Jeff Sessions who spoke.');
  });

  it('reads a line break as a blank of its own', async () => {
    const { range, block } = await rangeText('<p>It was Jeff<br>Sessions who spoke.</p>', 'Jeff\nSessions');
    expect(range).toBe('JeffSessions');
    expect(block).toBe('It was Jeff\nSessions who spoke.');
  });

  it('puts the end into the text node of the last character', async () => {
    page = await pages.open(sampleArticle('<p>It was <b>Jeff Sessions</b> who spoke.</p>'));
    const ends = await page.evaluate(() => {
      const { startContainer, startOffset, endContainer, endOffset } = lab.rangeOfText('Jeff Sessions');
      return [startContainer.parentElement?.localName, startOffset, endContainer.parentElement?.localName, endOffset];
    });
    expect(ends).toEqual(['b', 0, 'b', 13]);
  });

  it('keeps a drop cap in its word', async () => {
    const { block } = await rangeText('<p><span style="float: left; font-size: 3em">J</span>eff Sessions spoke.</p>', 'Jeff');
    expect(block).toBe('Jeff Sessions spoke.');
  });

  it('lets no name reach from one block into the next, nested or side by side', async () => {
    page = await pages.open(
      sampleArticle(
        '<div>On the evening before the convention of the party opened it was Jeff<div>Sessions who on that evening in the hall at the end of the street <span style="display: block">spoke.</span> Then he went through the whole of the hall to the door, open as it was,</div>and left.</div>' +
          '<ul><li>Jeff</li><li>Sessions</li></ul><table><tr><td>Jeff</td><td>Sessions</td></tr></table>' +
          'It was Jeff<br> <br>Sessions who spoke.',
      ),
    );
    const texts = await page.evaluate(() => lab.texts());
    expect(texts).toEqual(
      expect.arrayContaining([
        'On the evening before the convention of the party opened it was Jeff', 'Sessions who on that evening in the hall at the end of the street', 'spoke.', 'Then he went through the whole of the hall to the door, open as it was,', 'and left.',
        'Jeff', 'Sessions', 'It was Jeff', 'Sessions who spoke.',
      ]),
    );
    expect(texts.filter((text) => /Jeff\s*Sessions/.test(text))).toEqual([]);
  });

  it('lets no name reach across a picture or code', async () => {
    page = await pages.open(sampleArticle('<p>It was Jeff <img alt="" src="data:,"> Sessions and <code>Jeff</code> Sessions who spoke.</p>'));
    const texts = await page.evaluate(() => lab.texts());
    expect(texts).toContain('It was Jeff \uFFFC Sessions and \uFFFC Sessions who spoke.');
  });

  it('makes no range where the page has changed under it', async () => {
    page = await pages.open(sampleArticle('<p>It was <b id="name">Jeff Sessions</b> who spoke.</p>'));
    const ranges = await page.evaluate(() => {
      const block = lab.read()?.blocks.find(({ text }) => text.includes('Jeff Sessions'));
      if (!block) return [];
      const made = () => lab.rangeOf(block, 7, 20) !== undefined;
      const before = made();
      document.querySelector('#name')?.firstChild?.replaceWith('Jeff');
      return [before, made(), lab.rangeOf(block, 5, 5) !== undefined, lab.rangeOf(block, 0, 10_000) !== undefined];
    });
    expect(ranges).toEqual([true, false, false, false]);
  });
});
