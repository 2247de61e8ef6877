import { z } from '../../lib/model/z';

/** The part of the test runner's JSON report that is counted here. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.optional(z.string()),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.optional(z.nullable(z.array(z.string()))),
        }),
      ),
    }),
  ),
});

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  /** Full names of tests that did not run. */
  readonly skipped: readonly string[];
  /** Each failure with its message. */
  readonly failures: readonly { readonly name: string; readonly message: string }[];
}

/**
 * Counts a JSON report of vitest. A file that could not even be loaded has no tests in the report; it counts as one
 * that failed.
 */
export function countTests(report: unknown): TestCount {
  const skipped: string[] = [];
  const failures: { name: string; message: string }[] = [];
  let passed = 0;
  for (const file of reportSchema.parse(report).testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1;
      else if (test.status === 'failed') {
        failures.push({ name: test.fullName, message: (test.failureMessages ?? []).join('\n') });
      } else skipped.push(test.fullName);
    }
    // A hook that fails after its tests leaves no failed test either.
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) {
      failures.push({ name: file.name, message: file.message ?? '' });
    }
  }
  return { passed, failed: failures.length, skipped, failures };
}
