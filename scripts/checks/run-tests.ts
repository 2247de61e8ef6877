import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, reportsFolder } from '../project-folder';
import { countTests, type TestCount } from './count-tests';
import { runTool } from './run-tool';

/** Runs the tests of these projects of vitest.config.ts, showing them on standard error as they go. */
export async function runTests(projects: readonly string[]): Promise<TestCount> {
  const reportFile = join(reportsFolder, 'vitest.json');
  mkdirSync(reportsFolder, { recursive: true });
  rmSync(reportFile, { force: true });
  const { succeeded, output } = await runTool(
    { packageName: 'vitest' },
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
    ],
    (piece) => process.stderr.write(piece),
  );
  if (!existsSync(reportFile)) {
    return { passed: 0, failed: 1, skipped: [], failures: [{ name: 'test runner', message: output }] };
  }
  const count = countTests(JSON.parse(readFileSync(reportFile, 'utf8')));
  if (succeeded || count.failed > 0) return count;
  // Every test passed and still the runner is not content: an error that nobody caught, which it has shown above.
  const failure = { name: 'test runner', message: 'An error that no test caught stands above.' };
  return { ...count, failed: 1, failures: [failure] };
}

/** Why tests were skipped, where that is known. */
export function reasonForSkipping(): string {
  return existsSync(join(projectFolder, '..', 'shared'))
    ? 'skipped'
    : 'skipped, since the evaluation data of ../shared is not beside this checkout';
}
