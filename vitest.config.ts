import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing';

// Only there to end a test that hangs: two busy cores must never decide whether one passes.
const testTimeout = 60_000;

const propertySeed = 'tests/support/property-seed.ts';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: { name: 'unit', testTimeout, include: ['tests/unit/**/*.test.ts'], environment: 'node', setupFiles: [propertySeed] },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'integration', testTimeout,
          include: ['tests/integration/**/*.test.ts'],
          environment: 'jsdom',
          setupFiles: ['fake-indexeddb/auto', propertySeed],
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'components', testTimeout,
          include: ['tests/components/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/support/components.ts', propertySeed],
        },
      },
      {
        test: {
          name: 'browsers',
          include: ['tests/pages/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          environment: 'node',
          setupFiles: [propertySeed],
          // Two cores hold one browser at a time.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
