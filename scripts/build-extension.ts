import { join } from 'node:path';
import type { BrowserName } from './browsers/known-browsers';
import { runTool, type ToolRun } from './checks/run-tool';
import { projectFolder } from './project-folder';

/** Our name for a browser → the name of the build for it. */
const targets: Readonly<Record<BrowserName, string>> = { chromium: 'chrome', firefox: 'firefox' };

/** Where the unpacked extension for a browser is built. */
export function extensionFolder(browser: BrowserName): string {
  return join(projectFolder, '.output', `${targets[browser]}-mv3`);
}

export function buildExtension(browser: BrowserName): Promise<ToolRun> {
  return runTool({ packageName: 'wxt' }, ['build', '-b', targets[browser]]);
}
