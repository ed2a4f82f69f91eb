import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The calendar client's `googleapis-common` is our transport, as in the build. */
const transport = fileURLToPath(new URL('tests/run/google-transport.mjs', import.meta.url));

/** Tests that live in a page: each has one of its own. The others share their workers, which takes a third of the time. */
const inPage = globSync('tests/**/*.test.{ts,tsx}', { cwd: import.meta.dirname })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => readFileSync(new URL(file, import.meta.url), 'utf8').includes('@vitest-environment jsdom'));

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

export default defineConfig({
  oxc: jsx,
  test: {
    maxWorkers: '100%',
    projects: [
      {
        oxc: jsx,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: inPage,
          execArgv: ['--import', transport],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        oxc: jsx,
        test: {
          name: 'page',
          include: inPage,
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
          maxWorkers: 2,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
