import { join } from 'node:path';
import { findBrowser } from './browsers/find-browser';
import { knownBrowsers, type BrowserName } from './browsers/known-browsers';
import { launchWithExtension } from './browsers/launch-browser';
import { controlSidelight } from './browsers/sidelight';
import { thisMachine } from './browsers/this-machine';
import { extensionFolder } from './build-extension';
import { reportsFolder } from './project-folder';
import { buildIfNeeded } from './start/build-if-needed';
import { equip } from './start/equip';
import { existingFiles } from './start/existing-files';
import { hasDisplay } from './start/find-display';
import { reportAsText, type PageReport } from './start/page-report';
import { readArguments } from './start/read-arguments';
import { servePages, type ServedPages } from './start/serve-pages';
import { showPages } from './start/show-pages';

const { request, problems } = readArguments(process.argv.slice(2));
const errors: string[] = [];
for (const problem of problems) sayProblem(problem);

const asReport = request.report || !hasDisplay(process.platform, process.env);
const pages: PageReport[] = [];
if (request.browser) await start(request.browser);
if (asReport) print();
if (errors.length > 0) process.exitCode = 1;

async function start(name: BrowserName): Promise<void> {
  const unbuilt = await buildIfNeeded(name, say);
  if (unbuilt !== undefined) { sayProblem(unbuilt); return; }
  const found = findBrowser(name, thisMachine);
  if (!found.ok) { sayProblem(found.problem); return; }
  const served = await servePages(request, sayProblem);
  try {
    await showIn(name, found.path, served);
  } catch (error) {
    sayProblem(
      `${knownBrowsers[name].title} stopped working with us (${messageOf(error)}): try again, or try the other browser with --browser.`,
    );
  } finally {
    await served.close();
  }
}

async function showIn(name: BrowserName, path: string, served: ServedPages): Promise<void> {
  say(`Opening ${path} …`);
  const running = await launchWithExtension({
    name,
    path,
    headless: asReport,
    hostsOnLoopback: served.hosts,
    extensionFolder: extensionFolder(name),
  });
  try {
    say(`${running.version} is running.`);
    const { title, oldest } = knownBrowsers[name];
    if (Number(/\d+/.exec(running.version)?.[0]) < oldest) {
      sayProblem(`This is ${running.version}, but Sidelight needs ${title} ${oldest} or newer: update it.`);
    }
    const sidelight = await controlSidelight(running.extension);
    const coverage = existingFiles(request.coverage, sayProblem);
    await equip(sidelight, { ...served, coverage }, { say, sayProblem });
    const folder = join(reportsFolder, 'start');
    const seen = await showPages(sidelight, running.browser, {
      addresses: served.addresses,
      screenshots: asReport ? folder : undefined,
      sayProblem,
    });
    pages.push(...seen);
    if (asReport) say(`Screenshots are in ${folder}.`);
    else {
      say('Sidelight is running. Close the browser, or press Ctrl+C here, to end.');
      await new Promise<void>((resolve) => running.browser.once('disconnected', () => resolve()));
    }
  } finally {
    await running.close();
  }
}

function print(): void {
  const report = { browser: request.browser ?? '', pages, errors } satisfies Parameters<typeof reportAsText>[0];
  console.log(request.json ? JSON.stringify(report) : reportAsText(report));
}

function say(progress: string): void {
  console.error(progress);
}

function sayProblem(problem: string): void {
  errors.push(problem);
  console.error(problem);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
