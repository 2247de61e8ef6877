import { buildExtension } from '../build-extension';
import { browserNames, knownBrowsers } from '../browsers/known-browsers';
import { findBrowser } from '../browsers/find-browser';
import { thisMachine } from '../browsers/this-machine';
import { reasonForSkipping, runTests } from './run-tests';
import { staticChecks, type Check } from './static-checks';

/**
 * Builds, checks and tests everything, tells on standard error how it goes, and ends with `N passed, N failed` alone
 * on the last line of standard output. Without browsers it is what one runs between two edits.
 */
export async function runEverything({ withBrowsers }: { readonly withBrowsers: boolean }): Promise<void> {
  const checks = [...(await runInOrder(buildChecks())), ...(await runInOrder(withBrowsers ? browserChecks() : []))];
  checks.push(...(await runAtOnce(staticChecks)));
  const tests = await runTests(['unit', 'integration', 'components', ...(withBrowsers ? ['browsers'] : [])]);

  const failedChecks = checks.filter(({ problem }) => problem !== undefined);
  if (tests.skipped.length > 0) {
    console.error(`\n${tests.skipped.length} ${reasonForSkipping()}:`);
    for (const name of tests.skipped) console.error(`  ${name}`);
  }
  for (const { name, problem } of failedChecks) console.error(`\nFailed: ${name}\n${problem ?? ''}`);
  for (const { name, message } of tests.failures) console.error(`\nFailed: ${name}\n${message}`);
  const failed = failedChecks.length + tests.failed;
  if (failed > 0) process.exitCode = 1;
  console.log(`${checks.length - failedChecks.length + tests.passed} passed, ${failed} failed`);
}

interface Outcome {
  readonly name: string;
  readonly problem: string | undefined;
}

function buildChecks(): Check[] {
  return browserNames.map((browser) => ({
    name: `build for ${knownBrowsers[browser].title}`,
    async run() {
      const { succeeded, output } = await buildExtension(browser);
      return succeeded ? undefined : output;
    },
  }));
}

function browserChecks(): Check[] {
  return browserNames.map((browser) => ({
    name: `${knownBrowsers[browser].title} is here`,
    run() {
      const found = findBrowser(browser, thisMachine);
      return Promise.resolve(found.ok ? undefined : found.problem);
    },
  }));
}

async function runInOrder(checks: readonly Check[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const check of checks) outcomes.push(await runOne(check));
  return outcomes;
}

function runAtOnce(checks: readonly Check[]): Promise<Outcome[]> {
  return Promise.all(checks.map(runOne));
}

async function runOne(check: Check): Promise<Outcome> {
  const problem = await check.run();
  console.error(`${problem === undefined ? 'ok    ' : 'failed'}  ${check.name}`);
  return { name: check.name, problem };
}
