// Before the browser tests: a Chromium is there, and the production build is not older than what it is made from.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './launcher/chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the production build lies. */
export const extensionDir = join(root, '.output', 'chrome-mv3');

function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function isBuilt(): boolean {
  const manifest = join(extensionDir, 'manifest.json');
  if (!existsSync(manifest)) return false;
  const sources = ['src', 'entrypoints', 'public', 'wxt.config.ts', 'package-lock.json'];
  return statSync(manifest).mtimeMs >= Math.max(...sources.map((name) => newestIn(join(root, name))));
}

/** Builds the extension unless the build is newer than what it is made from. */
export function buildIfOld(): void {
  if (isBuilt()) return;
  console.log('Building the extension ...');
  const { status } = spawnSync('npx', ['wxt', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The production build failed; its words are above.');
}

export default function setup(): void {
  console.log(`Chromium: ${findChromium()}`);
  buildIfOld();
}
