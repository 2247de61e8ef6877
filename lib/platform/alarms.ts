import browser from 'webextension-polyfill';

/** Makes sure that an alarm rings every so often. One that is set already keeps its rhythm. */
export async function keepAlarm(name: string, periodMinutes: number): Promise<void> {
  const existing = await browser.alarms.get(name);
  if (existing?.periodInMinutes !== periodMinutes) {
    await browser.alarms.create(name, { periodInMinutes: periodMinutes, delayInMinutes: 1 });
  }
}

/** Makes an alarm ring once, so many minutes from now; one that was set before gives way to it. */
export async function ringOnce(name: string, delayInMinutes: number): Promise<void> {
  await browser.alarms.create(name, { delayInMinutes });
}

export function onAlarm(listener: (name: string) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => listener(name));
}
