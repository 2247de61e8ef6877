import type { Page } from 'puppeteer-core';
import type { SourceState } from '../../lib/feeds/source-state';
import type { Source } from '../../lib/model/source';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A source in each state that one can be in, as the settings would list it. None of them is due. */
export function sourcesInAllStates(now: Date): { readonly sources: Source[]; readonly states: SourceState[] } {
  const moment = (ms: number): string => new Date(now.getTime() + ms).toISOString();
  const fine = { lastSuccess: moment(-hourMs / 4), articlesPerWeek: 112, failuresInRow: 0, nextFetch: moment(hourMs) };
  const failed = (kind: NonNullable<SourceState['lastFailure']>['kind'], detail?: string) => ({
    lastSuccess: moment(-9 * dayMs), lastFailure: { at: moment(-hourMs), kind, detail }, failuresInRow: 3, nextFetch: moment(5 * hourMs),
  });
  const all: readonly (readonly [title: string, state: Omit<SourceState, 'sourceId'> | undefined, said?: Partial<Source>])[] = [
    ['Harbourton Chronicle', fine, { folder: ['News', 'Valley'] }],
    ['Review of the Northern Provinces and Adjoining Territories, Weekend Edition', { ...fine, articlesPerWeek: 0.4 }],
    ['صحيفة الوادي', fine],
    ['Paused Post', fine, { paused: true }],
    ['Silent Review', { ...fine, lastNew: moment(-90 * dayMs) }],
    ['Moved Tribune', { ...fine, movedFrom: 'http://old.tribune.test/feed' }],
    ['Busy Wire', { ...failed('refused', '429'), hostNotBefore: moment(5 * hourMs) }],
    ['Lost Post', failed('refused', '404')],
    ['Closed Courier', failed('refused', '403')],
    ['Storm Herald', failed('refused', '500')],
    ['Quiet Host', failed('unreachable', 'quiet-host.test')],
    ['Slow Gazette', failed('too-slow', 'slow-gazette.test')],
    ['Former Feed', failed('not-a-feed')],
    ['Huge Daily', failed('too-large')],
    ['Circle News', failed('in-circles', 'circle-news.test')],
    ['Unallowed Observer', failed('no-permission', 'unallowed-observer.test')],
    ['Old Gazette', { ...failed('refused', '410'), gone: true }],
    ['Twice There', { ...fine, movedTo: 'http://harbourton-chronicle.test/feed', gone: true }],
    ['New Outlet', undefined],
  ];
  const sources = all.map(([title, , said], at) => ({
    id: `state-${at}`, url: `http://source-${at}.test/feed`, title, added: moment(at - 200 * dayMs), ...said,
  }));
  return {
    sources,
    states: all.flatMap(([, state], at) => (state ? [{ sourceId: `state-${at}`, ...state }] : [])),
  };
}

/** Writes them into the extension's database, as its own page can. */
export function storeSources(options: Page, rows: ReturnType<typeof sourcesInAllStates>): Promise<void> {
  return options.evaluate(
    ({ sources, states }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('sidelight');
        opening.onerror = () => reject(new Error('The database cannot be opened'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['sources', 'sourceStates'], 'readwrite');
          for (const source of sources) writing.objectStore('sources').put(source);
          for (const state of states) writing.objectStore('sourceStates').put(state);
          writing.onabort = () => reject(new Error('The sources were not stored', { cause: writing.error }));
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    rows,
  );
}
