// Import boundaries: no forbidden import, and enough modules visited that an empty pass cannot look like a good one.
import { run } from './ensure.mjs';

const leastModules = 60;

const { code, output } = await run(
  'depcruise',
  ['src', 'entrypoints', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
  { quiet: true },
);
const found = readReport(output);
if (!found) {
  console.error(`dependency-cruiser gave no report (exit ${code}):\n${output}`);
  process.exitCode = 1;
} else {
  process.exitCode = report(found);
}

function readReport(text) {
  try {
    return JSON.parse(text.slice(text.indexOf('{')));
  } catch {
    return null;
  }
}

function report({ modules, summary }) {
  const visited = modules.filter(({ source }) => source.startsWith('src/')).length;
  for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
  const bad = summary.violations.filter(({ rule }) => rule.severity !== 'ignore').length;
  console.log(`${visited} modules of src visited, ${bad} forbidden imports.`);
  if (visited < leastModules) console.error(`At least ${leastModules} modules should have been visited.`);
  return bad === 0 && visited >= leastModules ? 0 : 1;
}
