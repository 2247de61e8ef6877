import browser from 'webextension-polyfill';
import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import type { AnnotatedSites } from '../services/follow-sites';

const annotator = { id: 'annotator', js: ['annotator.js'] };
/** In frames as well, which the annotator reads from the page that they are in. */
const marks = { id: 'marks', css: ['assets/marks.css'], allFrames: true, matchOriginAsFallback: true };

/** The sites that the annotator is registered for, as the browser remembers them. */
export async function registeredSites(): Promise<AnnotatedSites> {
  const [script] = await browser.scripting.getRegisteredContentScripts({ ids: [annotator.id] });
  return { matches: script?.matches ?? [], never: script?.excludeMatches ?? [] };
}

/** Registers the annotator for these sites and no others. Pages that are open already are not touched. */
export async function registerAnnotator({ matches, never }: AnnotatedSites): Promise<void> {
  const isRegistered = (await registeredSites()).matches.length > 0;
  if (matches.length === 0) {
    if (isRegistered) await browser.scripting.unregisterContentScripts({ ids: [annotator.id, marks.id] });
    return;
  }
  const where = {
    matches: [...matches],
    excludeMatches: [...never],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  const scripts = [{ ...annotator, ...where }, { ...marks, ...where }];
  await (isRegistered
    ? browser.scripting.updateContentScripts(scripts)
    : browser.scripting.registerContentScripts(scripts));
}

/** Puts the annotator into the page that a tab shows now. Harmless where it is already. */
export async function injectAnnotator(tabId: number): Promise<Result<void>> {
  try {
    await browser.scripting.insertCSS({ target: { tabId, allFrames: true }, files: marks.css });
    await browser.scripting.executeScript({ target: { tabId }, files: annotator.js });
    return succeed(undefined);
  } catch {
    // The browser's own pages, its shop, another extension's page, a tab that has just been closed.
    return fail('not-possible-here');
  }
}

/** Puts the card's script beside the annotator of a frame, or what draws the card into a frame of its own. */
export async function injectCard(tabId: number, frameId: number, part: 'card' | 'card-frame'): Promise<Result<void>> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [`${part}.js`] });
    return succeed(undefined);
  } catch {
    return fail('not-possible-here');
  }
}
