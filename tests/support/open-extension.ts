import { findBrowser } from '../../scripts/browsers/find-browser';
import type { BrowserName } from '../../scripts/browsers/known-browsers';
import { launchWithExtension, type BrowserWithExtension } from '../../scripts/browsers/launch-browser';
import { controlSidelight, type Sidelight } from '../../scripts/browsers/sidelight';
import { thisMachine } from '../../scripts/browsers/this-machine';
import { builtExtension } from './built-extension';
import { labScript } from './page-lab';

export interface OpenExtension {
  readonly name: BrowserName;
  readonly running: BrowserWithExtension;
  /** With the options page that was opened last; `storageLab` is in it. */
  readonly sidelight: Sidelight;
  /** Closes the options page, with what runs in it, and opens another. */
  reopenOptions(): Promise<void>;
  close(): Promise<void>;
}

export interface Opening {
  /** The built one unless said otherwise. */
  readonly folder?: string;
  readonly hosts?: readonly string[];
}

/** An extension in a browser with an empty profile. */
export async function openExtension(name: BrowserName, { folder = builtExtension(name), hosts = [] }: Opening = {}): Promise<OpenExtension> {
  const found = findBrowser(name, thisMachine);
  if (!found.ok) throw new Error(found.problem);
  const running = await launchWithExtension({ name, path: found.path, headless: true, hostsOnLoopback: hosts, extensionFolder: folder });
  let sidelight = await openOptions(running);
  return {
    name,
    running,
    get sidelight() {
      return sidelight;
    },
    async reopenOptions() {
      await sidelight.options.close();
      sidelight = await openOptions(running);
    },
    close: () => running.close(),
  };
}

async function openOptions({ extension }: BrowserWithExtension): Promise<Sidelight> {
  const sidelight = await controlSidelight(extension);
  await sidelight.options.evaluate(await labScript('storage-lab-script.ts'));
  return sidelight;
}
