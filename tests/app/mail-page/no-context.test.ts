import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import config from '../../../wxt.config.ts';

const entry = join(
  import.meta.dirname,
  '../../../node_modules/wxt/dist/virtual/content-script-isolated-world-entrypoint.mjs',
);

it('stands where WXT imports its own context of a page script', async () => {
  const vite = await config.vite?.({ mode: 'production', command: 'build', browser: 'chrome', manifestVersion: 3 });
  const aliases = vite?.resolve?.alias as { find: string; replacement: string }[];
  const { find: specifier, replacement: file } = aliases[0]!;
  expect(readFileSync(entry, 'utf8')).toContain(`import { ContentScriptContext } from "${specifier}"`);
  const { ContentScriptContext } = await import(file);
  expect(Object.getOwnPropertyNames(new ContentScriptContext('gmail', {}))).toEqual([]);
});
