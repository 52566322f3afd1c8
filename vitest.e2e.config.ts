import { defineConfig } from 'vitest/config';

/** The built program as a child process. One file at a time: what is measured must not fight for the CPU. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
  },
});
