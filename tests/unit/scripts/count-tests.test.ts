import { describe, expect, it } from 'vitest';
import { countTests } from '../../../scripts/checks/count-tests';

describe('countTests', () => {
  it('counts what passed and failed and names what was skipped', () => {
    const count = countTests({
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'adds', status: 'passed', failureMessages: [] },
            { fullName: 'divides', status: 'failed', failureMessages: ['expected 2', 'got 3'] },
            { fullName: 'reads the large pack', status: 'pending' },
          ],
        },
      ],
    });
    expect(count).toEqual({
      passed: 1,
      failed: 1,
      skipped: ['reads the large pack'],
      failures: [{ name: 'divides', message: 'expected 2\ngot 3' }],
    });
  });

  it('counts a file that could not be loaded as a failed test', () => {
    const count = countTests({
      testResults: [{ name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] }],
    });
    expect(count).toMatchObject({ failed: 1, failures: [{ name: 'b.test.ts', message: 'Cannot find module' }] });
  });

  it('counts a hook that failed after tests that passed', () => {
    const count = countTests({
      testResults: [
        { name: 'c.test.ts', status: 'failed', message: 'afterAll', assertionResults: [{ fullName: 'x', status: 'passed' }] },
      ],
    });
    expect(count).toMatchObject({ passed: 1, failed: 1 });
  });
});
