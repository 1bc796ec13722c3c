import { defineConfig } from 'vitest/config';
import { timesAsOften } from './test/runs.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-page.ts'],
    // Nothing here keeps state in a module, so test files may share them: that halves the time they take.
    isolate: false,
    // By default one core is left free, of two that is half.
    maxWorkers: '100%',
    testTimeout: 30_000 * Math.max(1, timesAsOften),
    // GitHub's parser imports JSON as bundlers do, which Node by itself refuses.
    server: { deps: { inline: [/node_modules\/@actions\/(workflow-parser|expressions)\//u] } },
  },
});
