import type { Page } from 'puppeteer-core';

export interface TabWalk {
  /** What can be operated and was not reached, as it is written in the page. */
  readonly missed: readonly string[];
  /** What had the focus and did not show it. */
  readonly unseen: readonly string[];
  /** Whether the keys led out of the page or back to its beginning. */
  readonly isRound: boolean;
  readonly stops: number;
}

interface WalkedPage extends Window {
  sidelightWalked?: Set<Element>;
}

declare const window: WalkedPage;

/** Goes through a page with Tab alone, from its beginning until it ends or begins again. */
export async function walkByTab(page: Page): Promise<TabWalk> {
  await page.bringToFront();
  await page.evaluate(() => {
    window.sidelightWalked = new Set();
    (document.activeElement as HTMLElement | null)?.blur();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
  });
  const unseen: string[] = [];
  // Lists bring more as one goes through them; no page of ours has so many places to stop.
  const most = 400;
  for (let stops = 0; stops < most; stops++) {
    await page.waitForFunction(isNextRowThere);
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (stop.state === 'round') return { missed: await page.evaluate(findMissed), unseen, isRound: true, stops };
    if (!stop.isSeen) unseen.push(stop.name);
  }
  return { missed: [], unseen, isRound: false, stops: most };
}

/** Keys are pressed here faster than a list brings what is beyond its window. */
function isNextRowThere(): boolean {
  const row = document.activeElement?.closest('[aria-setsize]');
  return !row || row.ariaPosInSet === row.ariaSetSize || (row.nextElementSibling?.querySelector('a, button') ?? null) !== null;
}

function lookAtFocus(): { readonly state: 'round' } | { readonly state: 'stop'; readonly name: string; readonly isSeen: boolean } {
  const walked = window.sidelightWalked ?? new Set();
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement || !document.hasFocus() || walked.has(element)) return { state: 'round' };
  walked.add(element);
  // A file input is drawn by the label around it.
  const shown = element instanceof HTMLInputElement && element.type === 'file' ? (element.closest('label') ?? element) : element;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const { top, bottom, left, right } = shown.getBoundingClientRect();
  const isInSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && right > left;
  return { state: 'stop', name: element.outerHTML.slice(0, 160), isSeen: isInSight && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 };
}

function findMissed(): string[] {
  const walked = window.sidelightWalked ?? new Set();
  const groups = new Set([...walked].flatMap((element) => (element instanceof HTMLInputElement && element.type === 'radio' ? element.name : [])));
  return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((element) => !walked.has(element) && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }))
    // Arrow keys lead from one choice of a group to the next.
    .filter((element) => !(element instanceof HTMLInputElement && element.type === 'radio' && groups.has(element.name)))
    .map((element) => element.outerHTML.slice(0, 160));
}
