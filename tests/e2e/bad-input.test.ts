import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { addSource, importCoverage, importPack } from '../../scripts/browsers/options-page';
import { openWorld, type World } from '../support/world';

describe.each(browserNames)('bad input in %s', (browser) => {
  let world: World;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-bad-input-'));
    world = await openWorld(browser);
  });

  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  function file(name: string, ...lines: readonly string[]): string {
    const path = join(folder, name);
    writeFileSync(path, lines.join('\n'));
    return path;
  }

  it.each([
    ['that is no address', () => 'no address', /no web address/],
    ['that is no feed', () => new URL('/style.css', world.feeds[0]).href, /no feed/],
    ['where nothing is', () => new URL('/gone.xml', world.feeds[0]).href, /404/],
    ['where nobody answers', () => 'http://herald.test:1/feed.xml', /does not answer/],
  ])('says what is wrong with a source %s', async (_what, address, sentence) => {
    const said = await addSource(world.sidelight, address());
    expect(said.ok).toBe(false);
    expect(said.text).toMatch(sentence);
  });

  it('names the bad lines of a pack and uses the rest', async () => {
    const said = await importPack(
      world.sidelight,
      file(
        'half.pack.jsonl',
        '{"format":"sidelight-pack/1","id":"half","title":"Half a pack","licence":"CC0-1.0","language":"en","entities":2}',
        '{"id":"jeff","name":"Jeff Sessions","aliases":[]}',
        '{"id":"nobody"}',
        'not JSON',
      ),
    );
    expect(said).toMatchObject({ ok: true, text: expect.stringContaining('Half a pack') as string });
    expect(said.badLines.map((line) => /^Line \d+/.exec(line)?.[0])).toEqual(['Line 3', 'Line 4']);
  });

  it('reads a pack that was packed in several pieces, one behind the other', async () => {
    const named = Array.from({ length: 9_000 }, (_, at) => `{"id":"n${at}","name":"Nobody Numbered ${at}","aliases":["${(at * 7_919).toString(36).repeat(40)}"]}\n`);
    const lines = ['{"format":"sidelight-pack/1","id":"pieces","title":"In pieces","licence":"CC0-1.0","language":"en","entities":9000}\n', ...named];
    // Of few lines and of many, not packed at all so that they are long, and one that is empty.
    const ends = [0, 0, 1, 2, 40, 1_000, 6_000, 6_001, 9_001];
    const pieces: Uint8Array[] = ends.map((end, at) => gzipSync(lines.slice(ends[at - 1] ?? 0, end).join(''), { level: at % 3 }));
    const path = join(folder, 'pieces.pack.jsonl.gz');
    writeFileSync(path, Buffer.concat(pieces));
    expect(await importPack(world.sidelight, path)).toMatchObject({ ok: true, text: expect.stringContaining('9,000') as string, badLines: [] });

    writeFileSync(path, Buffer.concat([...pieces, gzipSync(lines.join('')).subarray(0, 9_000)]));
    expect(await importPack(world.sidelight, path)).toMatchObject({ ok: false, text: expect.stringMatching(/damaged or breaks off/) as string });
  });

  it('refuses a file that is no pack or no coverage, and keeps what there was', async () => {
    const notes = file('notes.txt', 'Just notes.');
    expect(await importPack(world.sidelight, notes)).toMatchObject({ ok: false });
    expect(await importCoverage(world.sidelight, notes)).toMatchObject({ ok: false });
    await world.sidelight.switchOn(['http://wire.test/*']);
    const { annotations } = await world.annotated(await world.openArticle('sessions-house-panel'));
    expect(annotations.map(({ entity }) => entity.name)).toContain('Jeff Sessions');
  });
});
