import { parseArgs } from 'node:util';
import { browserNames, type BrowserName } from '../browsers/known-browsers';

export interface StartRequest {
  /** Nothing where the one that was asked for is none that Sidelight knows. */
  readonly browser: BrowserName | undefined;
  readonly packs: readonly string[];
  readonly coverage: readonly string[];
  /** Files and addresses; the sample article where there are none. */
  readonly pages: readonly string[];
  readonly report: boolean;
  readonly json: boolean;
}

const options = {
  browser: { type: 'string', default: 'chromium' },
  pack: { type: 'string', multiple: true },
  coverage: { type: 'string', multiple: true },
  report: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

function needsValue(arg: string): boolean {
  return Object.entries(options).some(([name, { type }]) => type === 'string' && arg === `--${name}`);
}

function isOption(arg: string | undefined): boolean {
  return arg?.startsWith('--') === true;
}

/** What was asked for, and a sentence for each thing that cannot be understood. The rest of it still counts. */
export function readArguments(args: readonly string[]): { request: StartRequest; problems: string[] } {
  const problems: string[] = [];
  // Not strict: one word too many is no reason to do nothing.
  const { values, positionals, tokens } = parseArgs({
    args: args.map((arg, i) => (needsValue(arg) && isOption(args[i + 1]) ? `${arg}=` : arg)),
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option' && !Object.hasOwn(options, token.name)) {
      problems.push(`There is no option ${token.rawName}: use ${Object.keys(options).map((name) => `--${name}`).join(', ')}.`);
    }
  }
  const texts = (name: 'pack' | 'coverage'): string[] =>
    [values[name] ?? []].flat().filter((value): value is string => {
      if (typeof value !== 'string' || value === '') problems.push(`--${name} needs the name of a file after it.`);
      return typeof value === 'string' && value !== '';
    });
  const browser = browserNames.find((name) => name === values.browser);
  if (!browser) {
    problems.push(`Sidelight knows no browser “${String(values.browser)}”: use --browser ${browserNames.join(' or ')}.`);
  }
  const json = values.json === true;
  return {
    request: {
      browser,
      packs: texts('pack'),
      coverage: texts('coverage'),
      pages: positionals,
      // JSON is a form of the report.
      report: values.report === true || json,
      json,
    },
    problems,
  };
}
