// `npm start`, in a clean clone too: installs what is missing, then hands over to the project's own Node.
import { runWithProjectNode } from './ensure.mjs';

try {
  const args = ['tests/run/start.ts', ...process.argv.slice(2)];
  const { code } = await runWithProjectNode('--disable-warning=ExperimentalWarning', args);
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
