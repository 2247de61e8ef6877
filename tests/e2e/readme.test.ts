import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../scripts/project-folder';

interface Quotes {
  id: string;
  quotes: { start: number; end: number; speaker: { start: number; end: number } }[];
}

const run = promisify(execFile);
const samplePack = join('scripts', 'stand', 'sample.pack.jsonl');

/** Commands that other tests run: `npm test` is this very run, `npm start` has tests of its own beside this one. */
const runElsewhere = ['npm test', 'npm start', 'npm start -- --browser firefox', 'npm start -- --report', 'npm start -- FILE-or-URL…'];

describe('the README', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-readme-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('names no command that is not run by a test', () => {
    const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
    const inBlocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, lines]) => (lines ?? '').trim().split('\n'));
    const inText = [...readme.matchAll(/`(npm [^`]+)`/g)].map(([, command]) => command ?? '');
    expect(new Set([...inBlocks, ...inText])).toEqual(
      new Set([
        ...runElsewhere,
        'npm run build',
        'npm run --silent link -- --pack PACK --docs DOCS',
        'npm run --silent parse-feed -- FILE…',
        'npm run --silent quotes -- --docs DOCS',
      ]),
    );
  });

  it('has a command that builds what it tells to install', async () => {
    await run('npm', ['run', 'build'], { cwd: projectFolder });
    for (const folderName of ['chrome-mv3', 'firefox-mv3']) {
      const manifest = JSON.parse(readFileSync(join(projectFolder, '.output', folderName, 'manifest.json'), 'utf8')) as object;
      expect(manifest).toMatchObject({ manifest_version: 3, name: 'Sidelight' });
      // This run is a test, and what it builds is for readers all the same.
      expect(readFileSync(join(projectFolder, '.output', folderName, 'card.js'), 'utf8')).not.toContain('jsxDEV');
    }
  });

  it('has a command that links the names of documents', async () => {
    const text = 'Attorney General Jeff Sessions spoke. Sessions left after the training sessions.';
    const documents = join(folder, 'documents.jsonl');
    writeFileSync(documents, `${JSON.stringify({ id: 'one', text })}\n`);
    const { stdout } = await run('npm', ['run', '--silent', 'link', '--', '--pack', samplePack, '--docs', documents], { cwd: projectFolder });
    const { id, mentions } = JSON.parse(stdout) as { id: string; mentions: { start: number; end: number }[] };
    expect(id).toBe('one');
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(['Jeff Sessions', 'Sessions']);
  });

  it('has a command that reads feed files', async () => {
    const feed = join(folder, 'feed.xml');
    writeFileSync(feed, '<rss version="2.0"><channel><title>Outlet</title><item><title>One</title><link>https://outlet.test/1</link></item></channel></rss>');
    const { stdout } = await run('npm', ['run', '--silent', 'parse-feed', '--', feed], { cwd: projectFolder });
    expect(JSON.parse(stdout)).toMatchObject({ feed: { title: 'Outlet' }, articles: [{ title: 'One', url: 'https://outlet.test/1' }] });
  });

  it('has a command that finds who says what', async () => {
    const text = 'Council leader Mara Lindqvist opened the meeting. “We will not close the harbour,” Lindqvist said on Monday.';
    const documents = join(folder, 'speech.jsonl');
    writeFileSync(documents, `${JSON.stringify({ id: 'one', text })}\n`);
    const { stdout } = await run('npm', ['run', '--silent', 'quotes', '--', '--docs', documents], { cwd: projectFolder });
    const { id, quotes } = JSON.parse(stdout) as Quotes;
    expect(id).toBe('one');
    expect(quotes.map(({ start, end, speaker }) => [text.slice(start, end), text.slice(speaker.start, speaker.end)])).toEqual([
      ['We will not close the harbour,', 'Lindqvist'],
    ]);
  });
});
