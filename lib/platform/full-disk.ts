import browser from 'webextension-polyfill';

/*
 * Whether the background could not keep what came, because the disk is full. It stands in the session's storage, which is
 * memory: on a full disk nothing else can be written. The next round says so again, or that it went well.
 */

export const fullDiskKey = 'disk-full';

export async function noteFullDisk(isFull: boolean): Promise<void> {
  if ((await isDiskFull()) === isFull) return;
  if (isFull) await browser.storage.session.set({ [fullDiskKey]: true });
  else await browser.storage.session.remove(fullDiskKey);
}

export async function isDiskFull(): Promise<boolean> {
  return (await browser.storage.session.get(fullDiskKey))[fullDiskKey] === true;
}
