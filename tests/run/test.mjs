// Everything that is checked, in the order in which it fails fastest. The last line says how many tests passed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, root, run } from './ensure.mjs';

const reports = join(root, '.cache', 'test');

function vitest(...projects) {
  const file = join(reports, `${projects.join('-')}.json`);
  const args = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  return { command: 'vitest', args, report: file };
}

const steps = [
  { name: 'Format and lint', command: 'biome', args: ['ci', '.'] },
  { name: 'Types', command: 'tsc', args: ['-p', '.'] },
  { name: 'Types of the domain, without a page', command: 'tsc', args: ['-p', 'src/domain'] },
  { name: 'Import boundaries', command: 'node', args: ['tests/run/boundaries.mjs'] },
  { name: 'Unit, property, contract and page tests', ...vitest('unit', 'page') },
  { name: 'Production build', command: 'wxt', args: ['build'] },
  { name: 'Sizes of what is loaded', command: 'node', args: ['tests/run/sizes.mjs'] },
  { name: 'End to end in Chromium', ...vitest('e2e') },
];

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Counts of one vitest report; a step that ended without one counts as one failure. */
function readCounts(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function runSteps(total) {
  for (const [index, step] of steps.entries()) {
    const started = performance.now();
    console.log(`\n[${index + 1}/${steps.length}] ${step.name} ...`);
    const { code } = await run(step.command, step.args);
    const counts = step.report ? readCounts(step.report) : { passed: 0, failed: 0, skipped: 0 };
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    for (const key of Object.keys(total)) total[key] += counts[key];
    console.log(`[${index + 1}/${steps.length}] ${step.name}: ${code === 0 ? 'good' : 'failed'}, ${seconds(started)}`);
    if (code !== 0) return code;
  }
  return 0;
}

const total = { passed: 0, failed: 0, skipped: 0 };
const started = performance.now();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
try {
  await ensure();
  process.exitCode = await runSteps(total);
} catch (error) {
  console.error(error.message);
  total.failed += 1;
  process.exitCode = 1;
}
console.log(`\nDone in ${seconds(started)}${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
