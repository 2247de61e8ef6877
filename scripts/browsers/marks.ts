import type { Page } from 'puppeteer-core';

/**
 * The text under each mark that the page paints, in the order of painting, as it reads: hyphens that are not seen left
 * out, any white space one space.
 */
export function paintedMarks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('sidelight') ?? [])].map((mark) => {
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      return range.toString().replaceAll('\u00ad', '').replace(/\s+/g, ' ');
    }),
  );
}

/** Scrolls a mark into the middle of the window; the middle of its first line, where it takes any room. */
export function placeOfMark(page: Page, index: number): Promise<{ readonly x: number; readonly y: number } | null> {
  return page.evaluate((at) => {
    const mark = [...(CSS.highlights.get('sidelight') ?? [])][at];
    if (!mark) return null;
    const range = document.createRange();
    range.setStart(mark.startContainer, mark.startOffset);
    range.setEnd(mark.endContainer, mark.endOffset);
    mark.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const line = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    return line ? { x: line.x + line.width / 2, y: line.y + line.height / 2 } : null;
  }, index);
}
