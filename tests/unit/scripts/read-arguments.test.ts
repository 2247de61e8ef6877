import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../scripts/start/read-arguments';

describe('readArguments', () => {
  it('opens the sample in Chromium where nothing is asked for', () => {
    expect(readArguments([])).toEqual({
      request: { browser: 'chromium', packs: [], coverage: [], pages: [], report: false, json: false },
      problems: [],
    });
  });

  it('takes files, addresses and repeated packs and coverage', () => {
    const { request, problems } = readArguments(
      'a.txt --browser firefox --pack one.jsonl --pack two.jsonl.gz --coverage c.jsonl --report https://x.test/b'.split(' '),
    );
    expect(problems).toEqual([]);
    expect(request).toEqual({
      browser: 'firefox',
      packs: ['one.jsonl', 'two.jsonl.gz'],
      coverage: ['c.jsonl'],
      pages: ['a.txt', 'https://x.test/b'],
      report: true,
      json: false,
    });
  });

  it('reports where JSON is asked for', () => {
    expect(readArguments(['--json']).request).toMatchObject({ json: true, report: true });
  });

  it('says which option it does not know and keeps the rest', () => {
    const { request, problems } = readArguments(['--reprot', 'a.txt', '--json']);
    expect(problems).toEqual([expect.stringContaining('There is no option --reprot')]);
    expect(request).toMatchObject({ pages: ['a.txt'], json: true });
  });

  it('says that a file is missing after --pack', () => {
    const { request, problems } = readArguments(['a.txt', '--pack']);
    expect(problems).toEqual(['--pack needs the name of a file after it.']);
    expect(request).toMatchObject({ packs: [], pages: ['a.txt'] });
  });

  it('does not take the next option for the value of one that lacks it', () => {
    const { request, problems } = readArguments(['--pack', '--json', '--browser', '--report']);
    expect(problems).toHaveLength(2);
    expect(request).toMatchObject({ packs: [], json: true, report: true });
  });

  it('says which browsers there are', () => {
    const { request, problems } = readArguments(['--browser', 'opera']);
    expect(request.browser).toBeUndefined();
    expect(problems).toEqual(['Sidelight knows no browser “opera”: use --browser chromium or firefox.']);
  });
});
