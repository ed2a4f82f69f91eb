// Runs each benchmark in tests/bench on its own, one after the other, so that none disturbs another.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, root, run } from './ensure.mjs';

const folder = join(root, 'tests', 'bench');

async function main(wanted) {
  await ensure();
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.ts')) : [];
  const chosen = files.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word))).sort();
  if (chosen.length === 0) console.log('There is no benchmark of that name in tests/bench.');
  let worst = 0;
  for (const name of chosen) {
    console.log(`\n${name.replace('.bench.ts', '')}`);
    const { code } = await run('node', [join('tests', 'bench', name)]);
    worst = Math.max(worst, code);
  }
  return worst;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
