import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** What axe finds in a page of a real browser, colours and all: rule, what it asks for, and where. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
       nodes.map(({ html, any }) => [id, help, any.map(({ message }) => message).join(' '), html].join(': '))))`,
  );
  return found as string[];
}
