/**
 * `npm run bench -- feed-memory` says what memory it takes at most to read a feed of the largest size that is taken, each in a
 * process of its own, and a few that are made to take much. On Linux, where /proc tells.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrivedArticles } from '../../lib/feeds/arrived-articles';
import { parseFeed } from '../../lib/feeds/parse-feed';
import { limits } from '../../lib/model/limits';

const head = '<?xml version="1.0"?><rss version="2.0"><channel><title>The Herald</title><link>https://herald.example/</link>';
const hints = { url: 'https://herald.example/feed', now: '2018-01-01T00:00:00Z' };

const made: Readonly<Record<string, () => Uint8Array>> = {
  'articles with a paragraph each': () => items('Some words of the story, as they are. '.repeat(10)),
  'articles with markup in CDATA': () => items(`<![CDATA[<p>${'Some <b>words</b> of the story. '.repeat(60)}</p>]]>`),
  'articles with a word each': () => items('x'),
  'Cyrillic in UTF-8': () => items('Слова этой истории. '.repeat(12)),
  'Cyrillic in Windows-1251, without a word of it': () => items('Слова этой истории. '.repeat(20)).filter((byte) => byte !== 0xd0 && byte !== 0xd1).map((byte) => (byte < 0x80 ? byte : 0xe0 + (byte % 32))),
  'Western, without a word of it': () => Uint8Array.from(Buffer.from(Buffer.from(items('Café voilà, garçon été. '.repeat(12))).toString('utf8'), 'latin1')),
  'one article with a text that fills it': () => filled(`${head}<item><title>One</title><description>`, '&lt;p&gt;words '),
  'elements that nobody asks for': () => filled(head, '<category>news</category>'),
  'articles that nobody ends': () => filled(head, '<item>'),
  'a page': () => filled('<!doctype html><html><body>', '<p>Some words <a href="x">there</a>.</p>'),
};

const [, , file] = process.argv;
if (file === undefined) measureAll();
else measure(new Uint8Array(readFileSync(file)));

function measureAll(): void {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-feeds-'));
  console.log('| made of | bytes | articles | most memory beside the bytes |\n| --- | --- | --- | --- |');
  for (const [name, make] of Object.entries(made)) {
    writeFileSync(join(folder, 'feed'), make());
    const { stdout } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', import.meta.filename, join(folder, 'feed')], { encoding: 'utf8' });
    console.log(`| ${name} | ${stdout.trim()} |`);
  }
  rmSync(folder, { recursive: true });
}

function measure(bytes: Uint8Array): void {
  globalThis.gc?.();
  const before = statusMb('VmRSS');
  // The highest so far is forgotten.
  writeFileSync('/proc/self/clear_refs', '5');
  const parsed = parseFeed(bytes, hints);
  const articles = parsed.ok ? arrivedArticles(parsed.value, { url: hints.url, title: 'The Herald' }).length : 0;
  console.log(`${(bytes.length / 2 ** 20).toFixed(0)} MB | ${articles} | ${(statusMb('VmHWM') - before).toFixed(0)} MB`);
}

function statusMb(name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

function items(text: string): Uint8Array {
  const parts = [head];
  for (let at = 0, length = 0; length < limits.feedBytes; at++) {
    const item = `<item><title>Story ${at}</title><link>https://herald.example/${at}</link><guid>${at}</guid><pubDate>Tue, 14 Nov 2017 10:05:00 GMT</pubDate><description>${text}</description></item>`;
    parts.push(item);
    length += Buffer.byteLength(item);
  }
  return new Uint8Array(Buffer.from(parts.join(''))).slice(0, limits.feedBytes);
}

function filled(start: string, unit: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.alloc(limits.feedBytes, unit));
  bytes.set(Buffer.from(start));
  return bytes;
}
