import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { BrowserName } from '../../scripts/browsers/known-browsers';

/** Looks every half second at the memory of the process that extensions run in, where /proc tells. */
export function watchMemory(browser: BrowserName, pid: number | undefined) {
  const readings: number[] = [];
  const look = (): void => {
    const mb = pid === undefined ? undefined : extensionMemoryMb(browser, pid);
    if (mb !== undefined) readings.push(mb);
  };
  look();
  const timer = setInterval(look, 500);
  return {
    stop() {
      clearInterval(timer);
      const [before] = readings;
      return before === undefined ? undefined : { before, most: Math.max(...readings) };
    },
  };
}

function extensionMemoryMb(browser: BrowserName, root: number): number | undefined {
  if (!existsSync('/proc')) return undefined;
  const parents = new Map<number, number>();
  const marked: number[] = [];
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      const line = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      if (browser === 'chromium' ? line.includes('--extension-process') : /^Name:\s+WebExtensions/m.test(status)) marked.push(Number(name));
    } catch {
      // It ended while it was looked at.
    }
  }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && pid > 1 && isOurs(parents.get(pid) ?? 0));
  const sizes = marked.filter(isOurs).map((pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}
