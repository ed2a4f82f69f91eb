// Where the reading matter beside the project lies, and what becomes of its tests where it is missing.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..', 'shared');

/** The path of a file or folder in `../shared`, or null where it is not there. */
export function sharedPath(...parts: string[]): string | null {
  const path = resolve(root, ...parts);
  return existsSync(path) ? path : null;
}

/** Tests that need `../shared`: without it they are skipped and say so, except in CI, where that is a failure. */
export function describeWithShared(title: string, tests: () => void): void {
  if (sharedPath() !== null) {
    describe(title, tests);
    return;
  }
  describe(title, () => {
    if (process.env.CI) {
      it('finds ../shared, which CI must have', () => {
        throw new Error(`${root} is missing`);
      });
    } else {
      it.skip('needs ../shared, which is not here');
    }
  });
}
