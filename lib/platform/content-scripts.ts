import browser from 'webextension-polyfill';
import { fail, succeed } from '../errors/failure';
import type { Result } from '../errors/failure';
import type { AnnotatedSites } from '../services/follow-sites';

const annotator = { id: 'annotator', js: ['annotator.js'], css: ['assets/marks.css'] };
const card = { js: ['card.js'] };

/** The sites that the annotator is registered for, as the browser remembers them. */
export async function registeredSites(): Promise<AnnotatedSites> {
  const [script] = await browser.scripting.getRegisteredContentScripts({ ids: [annotator.id] });
  return { matches: script?.matches ?? [], never: script?.excludeMatches ?? [] };
}

/** Registers the annotator for these sites and no others. Pages that are open already are not touched. */
export async function registerAnnotator({ matches, never }: AnnotatedSites): Promise<void> {
  const isRegistered = (await registeredSites()).matches.length > 0;
  if (matches.length === 0) {
    if (isRegistered) await browser.scripting.unregisterContentScripts({ ids: [annotator.id] });
    return;
  }
  const script = {
    ...annotator,
    matches: [...matches],
    excludeMatches: [...never],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  await (isRegistered
    ? browser.scripting.updateContentScripts([script])
    : browser.scripting.registerContentScripts([script]));
}

/** Puts the annotator into the page that a tab shows now. Harmless where it is already. */
export async function injectAnnotator(tabId: number): Promise<Result<void>> {
  try {
    await browser.scripting.insertCSS({ target: { tabId }, files: annotator.css });
    await browser.scripting.executeScript({ target: { tabId }, files: annotator.js });
    return succeed(undefined);
  } catch {
    // The browser's own pages, its shop, another extension's page, a tab that has just been closed.
    return fail('not-possible-here');
  }
}

/** Puts the card's script beside the annotator of this frame. */
export async function injectCard(tabId: number, frameId: number): Promise<Result<void>> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: card.js });
    return succeed(undefined);
  } catch {
    return fail('not-possible-here');
  }
}
