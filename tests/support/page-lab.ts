import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from '../../scripts/browsers/find-browser';
import type { BrowserName } from '../../scripts/browsers/known-browsers';
import { launchBrowser } from '../../scripts/browsers/launch-browser';
import { thisMachine } from '../../scripts/browsers/this-machine';

/** A browser in which `lib/page` is tried out, without the extension, on pages made for it. */
export interface PageLab {
  /** Shows this document with `lab` in it. */
  open(html: string, options?: OpenOptions): Promise<Page>;
  close(): Promise<void>;
}

interface OpenOptions {
  /** The page's path on the server. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `entry`, a script of this folder, is what the pages have in them. */
export async function openPageLab(browser: BrowserName, entry = 'page-lab-script.ts'): Promise<PageLab> {
  const found = findBrowser(browser, thisMachine);
  if (!found.ok) throw new Error(found.problem);
  const [script, pages, running] = await Promise.all([
    labScript(entry),
    servePages(),
    launchBrowser({ name: browser, path: found.path, headless: true, hostsOnLoopback: [] }),
  ]);
  return {
    async open(html, { path = '/story', headers = {} } = {}) {
      pages.serve(path, html, headers);
      const page = await running.browser.newPage();
      await page.goto(`${pages.origin}${path}`);
      await page.evaluate(script);
      return page;
    },
    async close() {
      await running.close();
      await pages.close();
    },
  };
}

interface PageServer {
  readonly origin: string;
  serve(path: string, html: string, headers: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

async function servePages(): Promise<PageServer> {
  const pages = new Map<string, (response: ServerResponse) => void>();
  const server = createServer((request, response) => {
    const answer = pages.get(request.url ?? '');
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    serve(path, html, headers) {
      pages.set(path, (response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
      });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const scripts = new Map<string, Promise<string>>();

/** @param mode in `development`, packages such as React say what they find wrong */
export function labScript(entry: string, mode: 'production' | 'development' = 'production'): Promise<string> {
  const built = scripts.get(entry) ?? buildScript(entry, mode);
  scripts.set(entry, built);
  return built;
}

async function buildScript(entry: string, mode: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    // Vitest says that this is a test, and a script for a page is not.
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: fileURLToPath(new URL(`./${entry}`, import.meta.url)),
        formats: ['iife'],
        name: 'labScript',
        fileName: 'lab',
      },
    },
  });
  const [output] = [built].flat();
  const [chunk] = output && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('Vite made no script of the lab');
  return chunk.code;
}
