import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The calendar client's `googleapis-common` is our transport, as in the build. */
const transport = fileURLToPath(new URL('tests/run/google-transport.mjs', import.meta.url));

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

export default defineConfig({
  oxc: jsx,
  test: {
    projects: [
      {
        oxc: jsx,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          execArgv: ['--import', transport],
          testTimeout: 20_000,
        },
      },
      {
        oxc: jsx,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          globalSetup: ['tests/e2e/setup.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
