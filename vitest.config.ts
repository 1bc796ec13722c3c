import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One shared process pool: two cores are all that CI promises.
    pool: 'forks',
    testTimeout: 30_000,
    restoreMocks: true,
  },
});
