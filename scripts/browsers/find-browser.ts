import { posix, win32 } from 'node:path';
import { knownBrowsers, type BrowserName, type KnownBrowser, type PackageManager } from './known-browsers';

/** What finding a browser needs of the machine; `this-machine.ts` has the real one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** May install packages for everybody. */
  readonly isAdministrator: boolean;
  isExecutable(path: string): boolean;
  /** Runs a command to its end with its output on standard error; `false` where it fails. */
  run(command: string, args: readonly string[]): boolean;
  say(progress: string): void;
}

export type FoundBrowser =
  | { readonly ok: true; readonly path: string }
  /** One sentence: what happened and what to do. */
  | { readonly ok: false; readonly problem: string };

/** The executable named by the environment, else one that is installed, else one that the package manager brings. */
export function findBrowser(name: BrowserName, machine: Machine): FoundBrowser {
  const browser = knownBrowsers[name];
  const named = machine.variables[browser.variable];
  if (named) {
    return machine.isExecutable(named)
      ? { ok: true, path: named }
      : {
          ok: false,
          problem: `${browser.variable} names ${named}, which is no program that can be run: correct it or unset it.`,
        };
  }
  const there = lookAround(browser, machine);
  if (there) return { ok: true, path: there };
  if (installBrowser(browser, machine)) {
    const installed = lookAround(browser, machine);
    if (installed) return { ok: true, path: installed };
  }
  return {
    ok: false,
    problem:
      `${browser.title} was not found: install ${browser.title} ${browser.oldest} or newer, ` +
      `or set ${browser.variable} to the path of its program.`,
  };
}

function lookAround(browser: KnownBrowser, machine: Machine): string | undefined {
  for (const command of browser.commands) {
    const path = onPath(command, machine);
    if (path) return path;
  }
  return browser.places[machine.platform]
    ?.map((place) => place.replace(/%([^%]+)%/g, (_, variable: string) => machine.variables[variable] ?? ''))
    .find((place) => machine.isExecutable(place));
}

function onPath(command: string, machine: Machine): string | undefined {
  const { delimiter, join } = machine.platform === 'win32' ? win32 : posix;
  const file = machine.platform === 'win32' ? `${command}.exe` : command;
  return (machine.variables.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, file))
    .find((path) => machine.isExecutable(path));
}

/** How each manager is asked not to ask back. Homebrew refuses to run as administrator; the others need it. */
const installCommands: Readonly<Record<PackageManager, { readonly needsAdministrator: boolean; readonly steps: readonly (readonly string[])[] }>> = {
  'apt-get': { needsAdministrator: true, steps: [['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends']] },
  dnf: { needsAdministrator: true, steps: [['install', '-y', '-q']] },
  apk: { needsAdministrator: true, steps: [['add', '--no-cache']] },
  pacman: { needsAdministrator: true, steps: [['-Sy', '--noconfirm']] },
  brew: { needsAdministrator: false, steps: [['install']] },
};

const managers = Object.keys(installCommands) as PackageManager[];

function installBrowser(browser: KnownBrowser, machine: Machine): boolean {
  const manager = managers.find(
    (name) => installCommands[name].needsAdministrator === machine.isAdministrator && onPath(name, machine),
  );
  if (!manager) return false;
  machine.say(`Installing ${browser.title} with ${manager} (once; some minutes) …`);
  const { steps } = installCommands[manager];
  return steps.every((step, index) =>
    machine.run(manager, index === steps.length - 1 ? [...step, ...browser.packages[manager]] : step),
  );
}
