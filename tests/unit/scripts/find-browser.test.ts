import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine } from '../../../scripts/browsers/find-browser';

interface FakeMachine extends Machine {
  readonly programs: Set<string>;
  readonly ran: string[];
  readonly said: string[];
}

function machine(programs: readonly string[], changes: Partial<Machine> = {}): FakeMachine {
  const there = new Set(programs);
  const ran: string[] = [];
  const said: string[] = [];
  return {
    platform: 'linux',
    variables: { PATH: '/usr/local/bin:/usr/bin' },
    isAdministrator: false,
    isExecutable: (path) => there.has(path),
    run(command, args) {
      ran.push([command, ...args].join(' '));
      return true;
    },
    say: (progress) => said.push(progress),
    programs: there,
    ran,
    said,
    ...changes,
  };
}

describe('findBrowser', () => {
  it('takes the program that the environment names', () => {
    const here = machine(['/usr/bin/chromium', '/opt/mine'], {
      variables: { PATH: '/usr/bin', SIDELIGHT_CHROMIUM: '/opt/mine' },
    });
    expect(findBrowser('chromium', here)).toEqual({ ok: true, path: '/opt/mine' });
  });

  it('does not quietly use another program than the one named', () => {
    const here = machine(['/usr/bin/firefox'], { variables: { PATH: '/usr/bin', SIDELIGHT_FIREFOX: '/opt/gone' } });
    const found = findBrowser('firefox', here);
    expect(found.ok).toBe(false);
    expect(found).toHaveProperty('problem', expect.stringContaining('SIDELIGHT_FIREFOX names /opt/gone'));
  });

  it('looks on PATH, best program first', () => {
    expect(findBrowser('chromium', machine(['/usr/bin/google-chrome', '/usr/bin/chromium']))).toEqual({
      ok: true,
      path: '/usr/bin/chromium',
    });
    expect(findBrowser('chromium', machine(['/usr/local/bin/microsoft-edge']))).toHaveProperty(
      'path',
      '/usr/local/bin/microsoft-edge',
    );
  });

  it('knows where installers put it on a system without PATH entries', () => {
    const firefox = '/Applications/Firefox.app/Contents/MacOS/firefox';
    expect(findBrowser('firefox', machine([firefox], { platform: 'darwin' }))).toEqual({ ok: true, path: firefox });
    const edge = String.raw`C:\Programs\Microsoft\Edge\Application\msedge.exe`;
    const windows = machine([edge], { platform: 'win32', variables: { 'PROGRAMFILES(X86)': String.raw`C:\Programs` } });
    expect(findBrowser('chromium', windows)).toEqual({ ok: true, path: edge });
  });

  it('has the package manager bring it, where we may, and says so', () => {
    const here = machine(['/usr/bin/apt-get'], { isAdministrator: true });
    const bringing: Machine = {
      ...here,
      run(command, args) {
        if (args.includes('firefox-esr')) here.programs.add('/usr/bin/firefox-esr');
        return here.run(command, args);
      },
    };
    expect(findBrowser('firefox', bringing)).toEqual({ ok: true, path: '/usr/bin/firefox-esr' });
    expect(here.ran).toEqual([
      'apt-get update -qq',
      'apt-get install -y -qq --no-install-recommends firefox-esr',
    ]);
    expect(here.said).toEqual(['Installing Firefox with apt-get (once; some minutes) …']);
  });

  it('leaves the system alone where we are not its administrator', () => {
    const here = machine(['/usr/bin/apt-get']);
    expect(findBrowser('chromium', here)).toEqual({
      ok: false,
      problem:
        'Chromium was not found: install Chromium 128 or newer, or set SIDELIGHT_CHROMIUM to the path of its program.',
    });
    expect(here.ran).toEqual([]);
  });

  it('says what to do when the package manager has none', () => {
    const here = machine(['/usr/bin/apt-get'], { isAdministrator: true, run: () => false });
    expect(findBrowser('firefox', here)).toHaveProperty('problem', expect.stringContaining('install Firefox 140'));
  });
});
