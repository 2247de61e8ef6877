import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStand, type Stand } from '../../../scripts/stand/serve-stand';
import { ask } from './ask';

let stand: Stand;

beforeAll(async () => {
  stand = await open();
});

afterAll(() => stand.close());

async function open(options?: Parameters<typeof serveStand>[0]): Promise<Stand> {
  const served = await serveStand(options);
  if (!served.ok) throw new Error(served.failure.kind);
  return served.value;
}

describe('serveStand', () => {
  it('lists three outlets with their origins and feeds', () => {
    expect(stand.outlets).toEqual([
      { id: 'herald', name: 'Sample Herald', origin: at('herald'), feedUrl: `${at('herald')}/feed.xml` },
      { id: 'post', name: 'Sample Post', origin: at('post'), feedUrl: `${at('post')}/atom.xml` },
      { id: 'wire', name: 'Sample Wire', origin: at('wire'), feedUrl: `${at('wire')}/feed.json` },
    ]);
  });

  it('answers with a page for every article, under the name of its outlet', async () => {
    for (const { url, title } of stand.articles) {
      const { status, headers, body } = await ask(url);
      expect({ url, status, type: headers['content-type'] }).toEqual({ url, status: 200, type: 'text/html; charset=utf-8' });
      expect(body).toContain(`<meta property="og:title" content="${title.replaceAll("'", '&#39;')}">`);
    }
  });

  it('answers under plain loopback addresses too, with links that stay there', async () => {
    const byPaths = await open({ addresses: 'paths' });
    for (const { url } of byPaths.articles) expect((await ask(url)).status).toBe(200);
    const { body } = await ask(byPaths.sampleArticleUrl);
    expect(byPaths.sampleArticleUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/herald\/2017\/11\/14\//);
    expect(body).not.toContain('.test');
    expect((await ask(`http://127.0.0.1:${byPaths.port}/herald`)).status).toBe(200);
    const renamed = await ask(`http://localhost:${byPaths.port}/wire/`);
    expect([renamed.status, renamed.headers.location]).toEqual([307, `http://127.0.0.1:${byPaths.port}/wire/`]);
    await byPaths.close();
  });

  it('serves whatever its pages refer to', async () => {
    const seen = new Set<string>();
    const queue = [stand.frontPageUrl];
    for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
      if (seen.has(url)) continue;
      seen.add(url);
      const { status, headers, body } = await ask(url);
      expect({ url, status }).toEqual({ url, status: 200 });
      if (!String(headers['content-type']).startsWith('text/html')) continue;
      for (const [, target = ''] of body.matchAll(/(?:href|src|data-story)="(http:[^"#]+)"/g)) queue.push(target);
    }
    expect(seen).toContain(stand.sampleArticleUrl);
    expect([...seen].filter((url) => url.includes('/images/')).length).toBeGreaterThan(10);
    expect([...seen].filter((url) => url.endsWith('.css')).length).toBe(4);
  });

  it('names as its sample the report of 14 November, and has a front page and a pack', async () => {
    const sample = stand.articles.find(({ url }) => url === stand.sampleArticleUrl);
    expect(sample?.published.slice(0, 10)).toBe('2017-11-14');
    const front = await ask(stand.frontPageUrl);
    for (const { title } of stand.articles) expect(front.body).toContain(title.replaceAll("'", '&#39;'));
    expect(front.body).not.toContain('NewsArticle');
    expect(existsSync(stand.packFile)).toBe(true);
  });

  it('says that a port is in use instead of throwing', async () => {
    expect(await serveStand({ port: stand.port })).toEqual({
      ok: false,
      failure: { kind: 'port-in-use', port: stand.port },
    });
  });

  it('lets a reader that asks again know that nothing has changed', async () => {
    const feed = `${at('post')}/atom.xml`;
    const first = await ask(feed);
    const again = await ask(feed, { headers: { 'if-none-match': String(first.headers.etag) } });
    expect([again.status, again.body]).toEqual([304, '']);
    expect((await ask(feed, { method: 'HEAD' })).body).toBe('');
  });

  it('refuses other names, other methods and what it does not have', async () => {
    const url = stand.sampleArticleUrl;
    expect((await ask(url, { host: 'evil.example' })).status).toBe(421);
    expect((await ask(url, { method: 'POST' })).status).toBe(405);
    expect((await ask(`${at('herald')}/2017/nothing.html`)).status).toBe(404);
    expect((await ask(`${at('herald')}/../../../package.json`)).status).toBe(404);
    expect((await ask(`${at('herald')}/%`)).status).toBe(421);
    expect((await ask(url, { host: `post.test:${stand.port}` })).status).toBe(404);
  });
});

function at(outlet: string): string {
  return `http://${outlet}.test:${stand.port}`;
}
