import browser from 'webextension-polyfill';

/** Makes sure that an alarm rings every so often. One that is set already keeps its rhythm. */
export async function keepAlarm(name: string, periodMinutes: number): Promise<void> {
  const existing = await browser.alarms.get(name);
  if (existing?.periodInMinutes !== periodMinutes) {
    await browser.alarms.create(name, { periodInMinutes: periodMinutes, delayInMinutes: 1 });
  }
}

export function onAlarm(name: string, listener: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener();
  });
}
