import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import type { Menus, Tabs } from 'webextension-polyfill';
import { createContextMenu, onContextMenu } from '../../../lib/platform/context-menu';
import { doFromMenu } from '../../../lib/platform/open-pages';

/** What the browser was asked to do, in turn. */
let done: unknown[];

beforeEach(() => {
  done = [];
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((tabId, message) => {
    done.push([tabId, (message as { kind: string }).kind]);
    return Promise.resolve({ state: 'done' });
  });
  vi.spyOn(browser.scripting, 'insertCSS').mockResolvedValue(undefined);
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(({ target }) => {
    done.push([target.tabId, 'annotator']);
    return Promise.resolve([]);
  });
});
afterEach(() => vi.restoreAllMocks());

describe('createContextMenu', () => {
  it('offers what is selected on pages of the web, and nothing twice after an update', async () => {
    const items: (Menus.CreateCreatePropertiesType | 'none')[] = [];
    vi.spyOn(browser.contextMenus, 'removeAll').mockImplementation(() => Promise.resolve(void items.splice(0, Infinity, 'none')));
    vi.spyOn(browser.contextMenus, 'create').mockImplementation((item) => items.push(item));
    await createContextMenu();
    await createContextMenu();
    expect(items).toEqual(['none',
      expect.objectContaining({ id: 'annotate-once', contexts: ['page'] }),
      expect.objectContaining({ id: 'look-up', title: 'Look up “%s”', contexts: ['selection'] }),
      expect.objectContaining({ id: 'add-name', title: 'Add “%s” as a name', contexts: ['selection'] }),
    ]);
    expect(items.slice(1)).toEqual(Array(3).fill(expect.objectContaining({ documentUrlPatterns: ['http://*/*', 'https://*/*'] })));
  });
});

describe('onContextMenu', () => {
  /** Clicks as the browser tells of them. */
  function clicked(data: Partial<Menus.OnClickData>, tab?: Partial<Tabs.Tab>): unknown[] {
    const heard: unknown[] = [];
    const add = vi.spyOn(browser.contextMenus.onClicked, 'addListener').mockImplementation(() => undefined);
    onContextMenu((choice, click) => heard.push(choice, click));
    add.mock.lastCall?.[0](data as Menus.OnClickData, tab as Tabs.Tab);
    return heard;
  }

  it('tells what is selected as one line', () => {
    expect(clicked({ menuItemId: 'look-up', selectionText: ' Jeff\n  Sessions ' }, { id: 4 })).toEqual(['look-up', { tabId: 4, text: 'Jeff Sessions' }]);
    expect(clicked({ menuItemId: 'annotate-once' }, { id: 4 })).toEqual(['annotate-once', { tabId: 4, text: '' }]);
  });

  it('leaves alone what is not its own, and what is in no tab', () => {
    expect(clicked({ menuItemId: 'other', selectionText: 'Jeff' }, { id: 4 })).toEqual([]);
    expect(clicked({ menuItemId: 'look-up', selectionText: 'Jeff' })).toEqual([]);
  });
});

describe('doFromMenu', () => {
  const addName = (name: string) => done.push(['add', name]);

  it('brings the annotator and has it look up what is selected', async () => {
    await doFromMenu('look-up', { tabId: 4, text: 'Jeff Sessions' }, addName);
    expect(done).toEqual([[4, 'annotator'], [4, 'look-up']]);
  });

  it('adds a name and then has the page looked at again', async () => {
    await doFromMenu('add-name', { tabId: 4, text: 'Jeff Sessions' }, addName);
    expect(done).toEqual([['add', 'Jeff Sessions'], [4, 'look-again']]);
  });

  it('annotates a page once, article or not', async () => {
    await doFromMenu('annotate-once', { tabId: 4, text: '' }, addName);
    expect(done).toEqual([[4, 'annotator'], [4, 'read-anyway']]);
  });

  it('does nothing where nothing is selected, and asks nobody where no script may go', async () => {
    await doFromMenu('look-up', { tabId: 4, text: '' }, addName);
    await doFromMenu('add-name', { tabId: 4, text: '' }, addName);
    vi.spyOn(browser.scripting, 'executeScript').mockRejectedValue(new Error('Not here'));
    await doFromMenu('look-up', { tabId: 4, text: 'Jeff Sessions' }, addName);
    expect(done).toEqual([]);
  });
});
