// What each mail site has to load: the built page scripts against their limits.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './ensure.mjs';

const limits = { bytes: 30_000, gzip: 10_000 };
const folder = join(root, '.output', 'chrome-mv3', 'content-scripts');

const scripts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : [];
if (scripts.length === 0) {
  console.error(`No page scripts in ${folder}: was the extension built?`);
  process.exitCode = 1;
}
for (const name of scripts) {
  const code = readFileSync(join(folder, name));
  const gzip = gzipSync(code).length;
  const fits = code.length <= limits.bytes && gzip <= limits.gzip;
  console.log(`${fits ? 'fits' : 'TOO BIG'}  ${name}: ${code.length} bytes, ${gzip} gzip`);
  if (!fits) process.exitCode = 1;
}
