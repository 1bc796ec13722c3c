import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Nothing here keeps state in a module, so test files may share them: that halves the time they take.
    isolate: false,
    testTimeout: 30_000,
  },
});
