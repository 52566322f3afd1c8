import { defineConfig } from 'vitest/config';

// CI counts tests from the runner's own report.
const reports = process.env.AIMI_TEST_REPORTS;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    // Tests never read the machine: what a test needs of the environment it states itself.
    env: { NO_COLOR: '', FORCE_COLOR: '', TZ: 'UTC' },
    testTimeout: 20_000,
    reporters:
      reports === undefined ? ['default'] : ['default', ['json', { outputFile: `${reports}/unit.json` }]],
  },
});
