import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { controlChromiumExtension } from './chromium-extension';
import type { ExtensionControl } from './extension-control';
import { controlFirefoxExtension } from './firefox-extension';
import type { BrowserName } from './known-browsers';

export interface LaunchRequest {
  readonly name: BrowserName;
  /** The program, as `findBrowser` gave it. */
  readonly path: string;
  readonly headless: boolean;
  /** Names that stand for this machine, such as `herald.test`; the port stays in the address. */
  readonly hostsOnLoopback: readonly string[];
}

export interface RunningBrowser {
  readonly name: BrowserName;
  /** "Chrome/156.0.8078.79", "firefox/153.7.0". */
  readonly version: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

export interface BrowserWithExtension extends RunningBrowser {
  readonly extension: ExtensionControl;
}

/** A browser with a new, empty profile that is removed when it closes. */
export async function launchBrowser(request: LaunchRequest): Promise<RunningBrowser> {
  return request.name === 'chromium' ? launch(request, chromiumOptions(request)) : launch(request, firefoxOptions(request));
}

/** A browser with the unpacked extension of `extensionFolder` in it. */
export async function launchWithExtension(
  request: LaunchRequest & { readonly extensionFolder: string },
): Promise<BrowserWithExtension> {
  const { name, extensionFolder } = request;
  if (name === 'chromium') {
    const running = await launch(request, chromiumOptions(request));
    const id = await running.browser.installExtension(extensionFolder);
    return { ...running, extension: await controlChromiumExtension(running.browser, id) };
  }
  const id = geckoId(extensionFolder);
  const uuid = randomUUID();
  const options = firefoxOptions(request);
  options.extraPrefsFirefox = {
    ...options.extraPrefsFirefox,
    'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
  };
  const running = await launch(request, options);
  await running.browser.installExtension(extensionFolder);
  return { ...running, extension: controlFirefoxExtension(running.browser, { id, uuid }) };
}

async function launch({ name, path, headless }: LaunchRequest, options: LaunchOptions): Promise<RunningBrowser> {
  const browser = await puppeteer.launch({
    executablePath: path,
    headless,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    ...options,
  });
  return { name, version: await browser.version(), browser, close: () => browser.close() };
}

function chromiumOptions({ headless, hostsOnLoopback }: LaunchRequest): LaunchOptions {
  const args = ['--disable-background-networking', '--no-first-run'];
  // Its sandbox refuses to run as administrator, which is what a container has.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  if (hostsOnLoopback.length > 0) {
    args.push(`--host-resolver-rules=${hostsOnLoopback.map((host) => `MAP ${host} 127.0.0.1`).join(',')}`);
  }
  return {
    browser: 'chrome',
    // Extensions come in over the debugging pipe: branded Chrome takes them no other way since 137.
    pipe: true,
    enableExtensions: true,
    args,
    env: withoutProxyFor(hostsOnLoopback),
    // A reader who looks around needs no bar that says a test is running.
    ignoreDefaultArgs: headless ? [] : ['--enable-automation'],
  };
}

function firefoxOptions({ hostsOnLoopback }: LaunchRequest): LaunchOptions {
  return {
    browser: 'firefox',
    // The toolbar and the background can only be reached with access to the browser itself.
    args: ['--remote-allow-system-access'],
    env: withoutProxyFor(hostsOnLoopback),
    extraPrefsFirefox: {
      'network.dns.localDomains': hostsOnLoopback.join(','),
      // A request for a host is granted without a prompt, which nobody could answer here …
      'extensions.webextOptionalPermissionPrompts': false,
      // … and nothing is granted without a request.
      'extensions.originControls.grantByDefault': false,
      // Firefox ESR takes extensions that nobody signed, if it is told to.
      'xpinstall.signatures.required': false,
      'browser.aboutwelcome.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  };
}

function withoutProxyFor(hosts: readonly string[]): Record<string, string | undefined> {
  const list = [...hosts, '127.0.0.1', 'localhost', process.env.no_proxy ?? ''].filter((host) => host !== '').join(',');
  return { ...process.env, no_proxy: list, NO_PROXY: list };
}

function geckoId(extensionFolder: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionFolder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error('The Firefox build has no browser_specific_settings.gecko.id.');
  return id;
}
