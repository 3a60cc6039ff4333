import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['./test/support/global-setup-build.ts', './test/support/global-setup.ts'],
    // Most tests wait for processes and databases; a few workers more than there are cores keep them busy.
    maxWorkers: 4,
    // Files of a worker share loaded modules: loading them anew for each file would take longer than the tests.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/support/closing-line.ts'],
  },
});
