// Finds a Chromium: CHROME_PATH, the usual names, Playwright's own download, then the system's package manager when that
// is allowed. Branded Chrome no longer takes --load-extension, so it is not among the names.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-for-testing',
  'chrome-for-testing',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(path: string): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function downloaded(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

/** The Chromium that is already on this machine, or undefined. Throws when CHROME_PATH names nothing. */
export function findInstalledChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROME_PATH) {
    if (existsSync(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH says ${env.CHROME_PATH}, and there is no such file: point it at a Chromium.`);
  }
  return onPath(env.PATH ?? '') ?? places.find((path) => existsSync(path)) ?? downloaded();
}

function install(command: string, args: string[]): boolean {
  console.log(`No Chromium found; trying: ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** apt-get only where it needs no question: on Linux, as root. */
function installFromSystem(env: NodeJS.ProcessEnv): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const [command = 'env', ...rest] = quiet;
  const done = install(command, [...rest, 'install', '-y', '--no-install-recommends', 'chromium']);
  if (!done && !findInstalledChromium(env) && install(command, [...rest, 'update'])) {
    install(command, [...rest, 'install', '-y', '--no-install-recommends', 'chromium']);
  }
}

/** Path of a Chromium, installed if need be. Rejects with one sentence that says what to do. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const installed = findInstalledChromium(env);
  if (installed) return installed;
  installFromSystem(env);
  const fromSystem = findInstalledChromium(env);
  if (fromSystem) return fromSystem;
  install('npx', ['playwright-core', 'install', 'chromium']);
  const path = findInstalledChromium(env);
  if (path) return path;
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium and set CHROME_PATH to it; Google Chrome itself takes no extension from a command line.',
  );
}
