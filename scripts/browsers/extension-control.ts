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
  /** Stops the service worker or event page as the browser does when it is idle; resolves when it is gone. */
  stopBackground(): Promise<void>;
  /** A click on the toolbar's button while `page` is in front: grants `activeTab` and opens the popup. */
  clickAction(page: Page): Promise<void>;
}
