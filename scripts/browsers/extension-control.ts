import type { Page } from 'puppeteer-core';

/** What tests and `npm start` do to a running extension, alike in both browsers. */
export interface ExtensionControl {
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
  /** Opens one of its pages, such as `options.html`, in a new tab in front, and waits until it has loaded. */
  openPage(file: string): Promise<Page>;
  /**
   * What the browser's own prompt would do if the reader agreed. The request itself comes from a real click, on a
   * button put into `extensionPage` for it. Match patterns, without ports.
   */
  allowHosts(extensionPage: Page, patterns: readonly string[]): Promise<boolean>;
  /** Makes the browser answer "yes" to the next request for these hosts, without making one. */
  expectAgreement(patterns: readonly string[]): Promise<void>;
  /** Makes the browser answer "no" to the next request that this page makes. */
  expectRefusal(extensionPage: Page): Promise<void>;
  /** Stops the service worker or event page as the browser does when it is idle; resolves when it is gone. */
  stopBackground(): Promise<void>;
  /**
   * A click on the toolbar's button while `page` is in front: grants `activeTab` and opens the popup. Firefox needs
   * another page of the extension to look into the popup from.
   */
  openPopup(page: Page, extensionPage: Page): Promise<Popup>;
}

export interface Popup {
  /** Waits until this can be read in it. A popup closes when its page gets the focus: wait before going on there. */
  waitForText(text: string): Promise<void>;
  /** A real click on the first element that this selector finds, as soon as there is one. */
  press(selector: string): Promise<void>;
  close(): Promise<void>;
}
