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

/** The largest process of this browser that extensions run in. */
function extensionMemoryMb(browser: BrowserName, root: number): number | undefined {
  const sizes = processesOf(root)
    .filter((process) => isOfExtensions(browser, process))
    .map(({ status }) => Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}

/**
 * The process that extensions run in, and all others of the browser together; memory that several share counts once (PSS).
 * Without what is read from files: that is the browser's program, of which each process counts for the less the more other
 * browsers run on the machine. Zero where /proc does not tell.
 */
export function sharesOfMemoryMb(browser: BrowserName, root: number): { readonly extension: number; readonly pages: number } {
  let [extension, pages] = [0, 0];
  for (const process of processesOf(root)) {
    const told = read(`/proc/${process.pid}/smaps_rollup`);
    const mb = [/^Pss_Anon:\s+(\d+)/m, /^Pss_Shmem:\s+(\d+)/m].reduce((sum, part) => sum + Number(part.exec(told)?.[1] ?? 0) / 1024, 0);
    if (isOfExtensions(browser, process)) extension += mb;
    else pages += mb;
  }
  return { extension, pages };
}

function isOfExtensions(browser: BrowserName, { status, command }: Process): boolean {
  return browser === 'chromium' ? command.includes('--extension-process') : /^Name:\s+WebExtensions/m.test(status);
}

interface Process {
  readonly pid: number;
  readonly status: string;
  readonly command: string;
}

/** The process and all that came of it, where /proc tells. */
function processesOf(root: number): Process[] {
  if (!existsSync('/proc')) return [];
  const all = new Map<number, Process & { readonly parent: number }>();
  for (const pid of readdirSync('/proc').map(Number).filter((number) => number > 0)) {
    const status = read(`/proc/${pid}/status`);
    all.set(pid, { pid, status, command: read(`/proc/${pid}/cmdline`), parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0) });
  }
  const isOurs = (pid: number): boolean => pid === root || (pid > 1 && isOurs(all.get(pid)?.parent ?? 0));
  return [...all.values()].filter(({ pid }) => isOurs(pid));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process ended while it was looked at.
    return '';
  }
}
