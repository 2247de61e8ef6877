import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../scripts/browsers/known-browsers';
import { projectFolder } from '../../scripts/project-folder';
import type { Report } from '../../scripts/start/page-report';

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(variables: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectFolder, 'scripts', 'run.mjs'), 'start', ...args], {
      env: { ...process.env, ...variables },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

async function report(...args: readonly string[]): Promise<Run & { readonly report: Report }> {
  const run = await start({}, '--report', '--json', ...args);
  return { ...run, report: JSON.parse(run.stdout) as Report };
}

describe.each(browserNames)('npm start in %s', (browser) => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-start-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function file(name: string, text: string): string {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  }

  it('reports the sample article as its reader sees it', async () => {
    const { code, report: seen, stderr } = await report('--browser', browser);
    expect(seen.errors).toEqual([]);
    expect(code).toBe(0);
    expect(seen.browser).toBe(browser);
    const [page] = seen.pages;
    const jeff = page?.annotations.find(({ entity }) => entity.name === 'Jeff Sessions')?.entity;
    const coverage = page?.coverage[jeff?.id ?? ''] ?? [];
    expect(coverage.some(({ title }) => title.includes('Kislyak'))).toBe(true);
    expect(coverage.every(({ outlet, url, reason }) => outlet !== '' && url !== '' && reason !== '')).toBe(true);
    const screenshots = /Screenshots are in (.+)\.$/m.exec(stderr)?.[1];
    expect(existsSync(screenshots ?? '')).toBe(true);
  });

  it('shows files instead, says what is wrong with each thing that is wrong, and does the rest', async () => {
    const story = file('story.txt', 'A hearing in the House\n\nAttorney General Jeff Sessions told the committee that he had not forgotten. Sessions met Sergey Kislyak, the Russian ambassador, in his office when he was a senator.\n\nMembers of the House Judiciary Committee asked Sessions about it for most of the day.');
    const pack = file(
      'names.pack.jsonl',
      [
        '{"format":"sidelight-pack/1","id":"test","title":"Test","licence":"CC0-1.0","language":"en","entities":2}',
        '{"id":"jeff","name":"Jeff Sessions","kind":"person","aliases":["Jefferson Sessions"]}',
        'this line is no JSON',
        '{"id":"kislyak","name":"Sergey Kislyak","kind":"person","aliases":[]}',
      ].join('\n'),
    );
    const noPack = file('notes.pack.jsonl', 'Just notes.');
    const { code, report: seen, stderr } = await report(
      '--browser', browser, '--pack', pack, '--pack', noPack, '--coverage', join(folder, 'gone.jsonl'), story, join(folder, 'gone.txt'),
    );
    expect(code).toBe(1);
    expect(seen.errors).toHaveLength(4);
    for (const about of ['gone.txt', 'gone.jsonl', 'Line 3', 'notes.pack.jsonl']) {
      expect(seen.errors).toContainEqual(expect.stringContaining(about));
    }
    for (const sentence of seen.errors) expect(stderr).toContain(sentence);
    expect(seen.pages.map(({ title }) => title)).toEqual(['A hearing in the House']);
    expect(seen.pages[0]?.annotations.map(({ entity }) => entity.name)).toEqual(
      expect.arrayContaining(['Jeff Sessions', 'Sergey Kislyak']),
    );
  });
});

describe('npm start', () => {
  it('prints one object even when it can show nothing', async () => {
    const { code, report: seen } = await report('--browser', 'opera');
    expect(code).toBe(1);
    expect(seen).toEqual({ browser: '', pages: [], errors: [expect.stringContaining('opera')] });
  });

  it('says what to do about a browser that is not where the environment says', async () => {
    const { code, stdout, stderr } = await start({ SIDELIGHT_FIREFOX: join(projectFolder, 'gone') }, '--json', '--browser', 'firefox');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ browser: 'firefox', pages: [], errors: [expect.stringContaining('SIDELIGHT_FIREFOX')] });
    expect(stderr).toContain('correct it or unset it');
  });
});
