import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveFiles } from '../../../scripts/stand/serve-files';
import { ask } from './ask';

let folder: string;
const open: { close(): Promise<void> }[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-'));
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  rmSync(folder, { recursive: true });
});

async function serve(...files: string[]) {
  const server = await serveFiles(files);
  open.push(server);
  return server;
}

function put(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function bodyOf(file: string): Promise<string> {
  const { pages } = await serve(file);
  return (await ask(pages[0]!.url)).body;
}

describe('serveFiles', () => {
  it('makes a text an article: first line the title, empty lines part paragraphs', async () => {
    const { pages } = await serve(put('story.txt', '\n Sessions answers \r\n\r\nOne line\nand another.\n \nThe end.\n'));
    const { headers, body } = await ask(pages[0]!.url);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<meta charset="utf-8">');
    expect(body).toContain('<title>Sessions answers</title>');
    expect(body).toContain('<h1>Sessions answers</h1>\n<p>One line\nand another.</p>\n<p>The end.</p>');
    expect(body).not.toContain('published_time');
  });

  it('lets nothing in a text become markup', async () => {
    const body = await bodyOf(put('nasty.txt', '</title><script>alert(1)</script>\n\n"><img src=x onerror=alert(2)>\n\n2017-11-14\n'));
    expect(body).not.toMatch(/<script|<img/);
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('states a date only where the text does', async () => {
    const body = await bodyOf(put('dated.txt', 'Title\n\nNovember 14, 2017\n\nText.'));
    expect(body).toContain('<meta property="article:published_time" content="2017-11-14">');
  });

  it('serves HTML as it is, and leaves a charset that the page states alone', async () => {
    const page = '<!doctype html><meta charset="iso-8859-15"><script>let own = 1</script><p>x';
    const { pages } = await serve(put('a.html', page), put('b.htm', '<p>caf\u00e9'), put('c', ` ${page}`));
    const [a, b, c] = await Promise.all(pages.map(({ url }) => ask(url)));
    expect([a?.body, a?.headers['content-type']]).toEqual([page, 'text/html']);
    expect(b?.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(c?.body).toBe(` ${page}`);
  });

  it('reads texts in UTF-16 and in Windows-1252', async () => {
    const title = 'Café “Sessions”';
    const utf16 = Buffer.from(`\ufeff${title}\n\nText`, 'utf16le');
    const windows = Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, ...Buffer.from('Sessions'), 0x94]);
    for (const bytes of [utf16, windows]) expect(await bodyOf(put('old.txt', bytes))).toContain(`<h1>${title}</h1>`);
  });

  it('says what is missing or no text, and serves the rest', async () => {
    const good = put('good.txt', 'Good\n\nText');
    const missing = join(folder, 'missing.txt');
    const picture = put('picture.png', new Uint8Array([0x89, 0x50, 0, 0, 0]));
    const empty = put('empty.txt', ' \n');
    const { pages, failures } = await serve(missing, good, picture, folder, empty);
    expect(pages.map(({ file }) => file)).toEqual([good]);
    expect(failures.map(({ file, failure }) => [file, failure.kind])).toEqual([
      [missing, 'not-found'],
      [picture, 'not-possible-here'],
      [folder, 'not-possible-here'],
      [empty, 'not-possible-here'],
    ]);
    expect((await ask(pages[0]!.url)).status).toBe(200);
  });

  it('serves two files of one name apart, and names with odd characters', async () => {
    const { pages } = await serve(put('a b#ü?.txt', 'First'), put('a b#ü?.html', '<p>Second'));
    const bodies = await Promise.all(pages.map(async ({ url }) => (await ask(url)).body));
    expect(bodies[0]).toContain('<h1>First</h1>');
    expect(bodies[1]).toBe('<p>Second');
  });

  it('serves nothing that was not named, to no other host', async () => {
    put('secret.txt', 'Secret');
    const { pages } = await serve(put('open.txt', 'Open'));
    const { origin } = new URL(pages[0]!.url);
    for (const path of ['/', '/1', '/1/secret', '/1/../secret', '/1/..%2fsecret.txt', '/../../../../etc/passwd', '/2/open']) {
      expect({ path, status: (await ask(origin + path)).status }).toEqual({ path, status: 404 });
    }
    expect((await ask(pages[0]!.url, { host: 'evil.example' })).status).toBe(404);
  });
});
