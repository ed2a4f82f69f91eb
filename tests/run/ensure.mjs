// Makes sure the packages are there, then runs a tool with the project's own Node. Uses Node's built-ins only, so that it
// works in a clean clone and on Node 20: `node tests/run/ensure.mjs wxt build`.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const bin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';

/** The environment for children: the project's tools first, so that `node` is the version named in package.json. */
export function environment(extra = {}) {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** Runs a command to its end with its output on this terminal; resolves with the exit code. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, { cwd: root, env: environment(env), stdio, shell: windows });
    const said = [];
    child.stdout?.on('data', (part) => said.push(part));
    child.stderr?.on('data', (part) => said.push(part));
    child.on('error', (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.on('close', (code, signal) =>
      resolve({ code: signal ? 130 : (code ?? 1), output: Buffer.concat(said).toString('utf8') }),
    );
  });
}

function reasonToInstall() {
  const stamp = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(stamp)) return 'the packages are not installed yet';
  if (statSync(stamp).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) return 'package-lock.json is newer';
  if (!existsSync(join(bin, windows ? 'node.cmd' : 'node'))) return 'the project’s own Node is missing';
  return null;
}

const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];

/** What npm says when it reaches nobody. */
const unreached = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT)\b/;

/** Without a network npm would try each package for minutes and say nothing, so that one is asked for first. */
async function reachRegistry() {
  const { output } = await run('npm', ['view', 'wxt', 'version', '--fetch-retries=0', ...quietly], { quiet: true });
  const [why] = unreached.exec(output) ?? [];
  if (why)
    throw new Error(
      `The packages could not be fetched: npm reached no registry (${why}). Connect to the network and try again.`,
    );
}

/**
 * `npm ci` refuses a lock file that does not name packages of other platforms, which a registry may not have; `npm install`
 * takes the same versions and does not mind.
 */
async function install() {
  await reachRegistry();
  const clean = await run('npm', ['ci', ...quietly], { quiet: true });
  if (clean.code === 0) return;
  const lines = clean.output.split('\n');
  const why = lines.find((line) => /Missing:|Invalid:/.test(line)) ?? lines.find((line) => /error/.test(line)) ?? '';
  const said = why.replace(/^npm (error|ERR!)\s*/, '').trim();
  console.log(`npm ci did not take the lock file (${said}); installing the same versions with npm install ...`);
  const { code } = await run('npm', ['install', '--no-save', ...quietly]);
  if (code !== 0) throw new Error('The packages could not be installed; npm’s words are above.');
}

/** Installs what package-lock.json names, when it is not there; says so. */
export async function ensure() {
  const reason = reasonToInstall();
  if (!reason) return;
  console.log(`Installing packages (${reason}) ...`);
  const started = performance.now();
  await install();
  console.log(`Packages installed in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
}

/** Runs a script of ours with the project's Node, after `ensure`. */
export async function runWithProjectNode(script, args = [], options = {}) {
  await ensure();
  return run('node', [script, ...args], options);
}

async function main([tool, ...args]) {
  try {
    await ensure();
  } catch (error) {
    console.error(error.message);
    return 1;
  }
  return tool ? (await run(tool, args)).code : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
