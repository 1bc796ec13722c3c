import { defineConfig } from 'vitest/config';
import { timesAsOften } from './test/runs.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-first.ts'],
    // Nothing here keeps state in a module, so test files may share them: that halves the time they take.
    isolate: false,
    // Node runs the sources as they are, as it does for `npm run demo`: to transform them first takes a third longer.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    execArgv: ['--import', './test/json-imports.ts'],
    // By default one core is left free, of two that is half.
    maxWorkers: '100%',
    testTimeout: 30_000 * Math.max(1, timesAsOften),
  },
});
