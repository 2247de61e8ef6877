import { extensionFolder } from '../build-extension';
import { z } from '../../lib/model/z';
import { runTool } from './run-tool';

/** One thing that is right or wrong as a whole; counts as one test. */
export interface Check {
  readonly name: string;
  /** What is wrong, to be read by people; nothing where all is well. */
  run(): Promise<string | undefined>;
}

/** All that needs no browser and no test runner. Sizes and the packaged extension need the builds. */
export const staticChecks: readonly Check[] = [
  tool('types', { packageName: 'typescript', program: 'tsc' }, ['--noEmit', '-p', '.']),
  tool('lint', { packageName: 'eslint' }, ['.', '--max-warnings', '0']),
  tool('architecture', { packageName: 'dependency-cruiser', program: 'depcruise' }, [
    'lib',
    'components',
    'entrypoints',
    'scripts',
    'tests',
  ]),
  tool('unused code', { packageName: 'knip' }, ['--no-progress']),
  tool('sizes', { packageName: 'size-limit' }, []),
  { name: 'packaged extension', run: lintPackage },
];

function tool(name: string, program: Parameters<typeof runTool>[0], args: readonly string[]): Check {
  return {
    name,
    async run() {
      const { succeeded, output } = await runTool(program, args);
      return succeeded ? undefined : output;
    },
  };
}

const messageSchema = z.object({
  code: z.string(),
  message: z.string(),
  file: z.optional(z.nullable(z.string())),
  line: z.optional(z.nullable(z.number())),
});
const lintSchema = z.object({ errors: z.array(messageSchema), warnings: z.array(messageSchema) });

const knownWarnings: readonly string[] = [
  // In react-dom, for a way to set markup that we forbid ourselves.
  'UNSAFE_VAR_ASSIGNMENT',
  // In zod, which probes whether it may compile; we tell it not to.
  'DANGEROUS_EVAL',
  // The word on data collection is read by Firefox for Android from 142 on; Sidelight is made for the desktop.
  'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
];

async function lintPackage(): Promise<string | undefined> {
  const { stdout, output } = await runTool({ packageName: 'web-ext' }, [
    'lint',
    '--source-dir',
    extensionFolder('firefox'),
    '--output',
    'json',
    '--no-config-discovery',
  ]);
  // Something may stand before the object, such as a remark about the version.
  const start = stdout.indexOf('{');
  if (start < 0) return output;
  const { errors, warnings } = lintSchema.parse(JSON.parse(stdout.slice(start)));
  const wrong = [...errors, ...warnings.filter(({ code }) => !knownWarnings.includes(code))];
  if (wrong.length === 0) return undefined;
  return wrong.map(({ code, message, file, line }) => `${file ?? 'manifest'}:${line ?? 0} ${code} ${message}`).join('\n');
}
