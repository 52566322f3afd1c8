import { defineConfig } from 'vitest/config';

// CI counts tests from the runner's own report.
const reports = process.env.AIMI_TEST_REPORTS;

/** The built program as a child process. One file at a time: what is measured must not fight for the CPU. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    reporters:
      reports === undefined ? ['default'] : ['default', ['json', { outputFile: `${reports}/e2e.json` }]],
  },
});
