// What has to be loaded, against its limits: the built page script of each site, the parts that come in once there is
// something to show and once a thread is open, and the worker with every chunk that it imports.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './ensure.mjs';

const built = join(root, '.output', 'chrome-mv3');
const folder = join(built, 'content-scripts');
const scripts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : [];

/** The file and all that it imports before its first line runs. */
function findImported(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  const imports = readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*["`](\.[^"`]+\.js)["`]/g);
  for (const [, name] of imports) findImported(join(dirname(path), name), found);
  return found;
}

function check(name, paths, limits) {
  const files = [...paths].map((path) => readFileSync(path));
  const bytes = files.reduce((sum, file) => sum + file.length, 0);
  const gzip = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  const fits = bytes <= limits.bytes && gzip <= limits.gzip;
  console.log(`${fits ? 'fits' : 'TOO BIG'}  ${name}: ${bytes} bytes, ${gzip} gzip`);
  if (!fits) process.exitCode = 1;
}

if (scripts.length === 0) {
  console.error(`No page scripts in ${folder}: was the extension built?`);
  process.exitCode = 1;
} else {
  for (const name of scripts) check(name, [join(folder, name)], { bytes: 30_000, gzip: 10_000 });
  check('mail-parts.js', [join(built, 'mail-parts.js')], { bytes: 24_000, gzip: 10_500 });
  check('mail-judge.js', [join(built, 'mail-judge.js')], { bytes: 12_000, gzip: 6_500 });
  const worker = findImported(join(built, 'background.js'));
  check(`the worker, in ${worker.size} files`, worker, { bytes: 450_000, gzip: 140_000 });
}
