import type { ElementHandle, Page } from 'puppeteer-core';
import { sitePattern } from '../../lib/settings/sites';
import type { Sidelight } from './sidelight';

/** What the options page said in the end about something that was done on it. */
export interface Said {
  readonly ok: boolean;
  readonly text: string;
  /** "Line 3: …" for each line of a file that could not be used, as far as they are listed. */
  readonly badLines: readonly string[];
}

/** The sections of the page, by the fragment of their address. */
type Section = 'sources' | 'data';

/** Adds a source as a reader does: types the address, presses the button, agrees to the browser's question. */
export async function addSource(sidelight: Sidelight, address: string): Promise<Said> {
  const pattern = sitePattern(address);
  if (pattern !== undefined) await sidelight.extension.expectAgreement([pattern]);
  return typeSource(sidelight, address);
}

/** The same, whatever the browser's question will be answered with. */
export function typeSource({ options }: Sidelight, address: string): Promise<Said> {
  return doAndListen(options, 'sources', async () => {
    const field = await labelled(options, 'input', 'Address of a news site or a feed');
    await field.evaluate((input) => input.select());
    await field.type(address);
    await field.press('Enter');
    await pressWhenThere(options, '[data-sidelight="add-previewed"]');
  });
}

/** Imports a file of feeds as a reader does, with the browser's agreement for these hosts. */
export async function importFeedList({ options, extension }: Sidelight, file: string, hosts: readonly string[]): Promise<Said> {
  await extension.expectAgreement(hosts);
  return doAndListen(options, 'sources', async () => {
    const input = await labelled(options, 'input[type=file]', 'Import a list of feeds');
    await input.uploadFile(file);
    await pressWhenThere(options, '.preview .button.primary');
  });
}

/** Presses what the page offers next, unless it says instead that it cannot. */
async function pressWhenThere(options: Page, selector: string): Promise<void> {
  const next = await options.waitForSelector(`${selector}, [role="alert"] [data-tone="failed"]`, { timeout: patienceMs });
  if ((await next?.evaluate((element) => element instanceof HTMLButtonElement)) === true) await next?.click();
}

export function importPack(sidelight: Sidelight, file: string): Promise<Said> {
  return importFile(sidelight, 'Import a pack', file);
}

export function importCoverage(sidelight: Sidelight, file: string): Promise<Said> {
  return importFile(sidelight, 'Import a coverage file', file);
}

/** A file that "Save everything" made. */
export function restoreBase(sidelight: Sidelight, file: string): Promise<Said> {
  return importFile(sidelight, 'Restore from a saved file', file);
}

function importFile({ options }: Sidelight, label: string, file: string): Promise<Said> {
  return doAndListen(options, 'data', async () => {
    const input = await labelled(options, 'input[type=file]', label);
    await input.uploadFile(file);
  });
}

async function labelled(page: Page, selector: string, name: string): Promise<ElementHandle<HTMLInputElement>> {
  const found = await page.waitForFunction(
    (inputs, label) =>
      [...document.querySelectorAll<HTMLInputElement>(inputs)].find((input) =>
        [input.ariaLabel, ...[...(input.labels ?? [])].map((element) => element.textContent)].some((text) =>
          text?.includes(label),
        ),
      ),
    {},
    selector,
    name,
  );
  return found.asElement() as ElementHandle<HTMLInputElement>;
}

interface HeardPage extends Window {
  sidelightHeard?: { readonly tone: string; readonly text: string; readonly badLines: readonly string[] };
}

declare const window: HeardPage;

/** Longer than any import takes on a slow machine. */
const patienceMs = 300_000;

/** Does something and waits for the notice in which the page says how it ended. */
async function doAndListen(options: Page, section: Section, act: () => Promise<void>): Promise<Said> {
  await options.bringToFront();
  await options.evaluate((fragment) => (location.hash = fragment), section);
  const listening = await options.evaluateHandle(() => {
    delete window.sidelightHeard;
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const notice = element?.closest('[role="status"], [role="alert"]')?.querySelector('[data-tone]');
        const tone = notice?.getAttribute('data-tone') ?? 'working';
        if (tone === 'working') continue;
        // Another form on the page may still show what it could not use.
        const lines = notice?.closest('.import')?.querySelectorAll('.bad-lines li') ?? [];
        const text = (notice?.querySelector('span') ?? notice)?.textContent ?? '';
        window.sidelightHeard = { tone, text, badLines: [...lines].map((line) => line.textContent) };
      }
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    return observer;
  });
  await act();
  const heard = await options.waitForFunction(() => window.sidelightHeard, { timeout: patienceMs });
  const { tone, text, badLines } = (await heard.jsonValue()) ?? { tone: 'failed', text: '', badLines: [] };
  await listening.evaluate((observer) => observer.disconnect());
  return { ok: tone === 'done', text, badLines };
}
