import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../scripts/browsers/known-browsers';
import { openWorld, type World } from './world';

export interface OwnPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface OwnPages {
  readonly world: World;
  /** Opens the page of this name and waits until it is annotated. */
  open(name: string): Promise<Page>;
  close(): Promise<void>;
}

/** Pages by name, served by a host of their own that Sidelight is switched on for, beside the stand that it follows. */
export async function serveOwnPages(browser: BrowserName, host: string, pages: Readonly<Record<string, OwnPage>>): Promise<OwnPages> {
  const names = Object.keys(pages);
  const world = await openWorld(browser, [host]);
  await world.followStand();
  const server = createServer(({ url = '' }, response) => {
    const { headers, html = '' } = pages[names[Number(url.slice('/story-'.length))] ?? ''] ?? {};
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const switched = await world.sidelight.switchOn([`http://${host}/*`]);
  if (switched !== 'on') throw new Error(`Sidelight could not be switched on there: ${switched}`);
  return {
    world,
    async open(name) {
      const page = await world.sidelight.options.browser().newPage();
      await page.goto(`http://${host}:${(server.address() as AddressInfo).port}/story-${names.indexOf(name)}`);
      await world.annotated(page);
      return page;
    },
    async close() {
      await world.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
