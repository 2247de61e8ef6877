import browser from 'webextension-polyfill';

/** Whether the page that asks is shown in a private window. */
export function isPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext === true;
}
