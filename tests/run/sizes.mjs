// What a mail page has to load: the built page script of each site, and the parts that come in once there is something to
// show, against their limits.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './ensure.mjs';

const built = join(root, '.output', 'chrome-mv3');
const folder = join(built, 'content-scripts');
const scripts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : [];

function check(name, path, limits) {
  const code = readFileSync(path);
  const gzip = gzipSync(code).length;
  const fits = code.length <= limits.bytes && gzip <= limits.gzip;
  console.log(`${fits ? 'fits' : 'TOO BIG'}  ${name}: ${code.length} bytes, ${gzip} gzip`);
  if (!fits) process.exitCode = 1;
}

if (scripts.length === 0) {
  console.error(`No page scripts in ${folder}: was the extension built?`);
  process.exitCode = 1;
} else {
  for (const name of scripts) check(name, join(folder, name), { bytes: 30_000, gzip: 10_000 });
  check('mail-parts.js', join(built, 'mail-parts.js'), { bytes: 24_000, gzip: 10_500 });
}
