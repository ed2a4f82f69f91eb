import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeZip } from '../../../src/files/bundle/zip.ts';

const AT = '2026-03-09T08:25:30Z';
const entry = fc.record({
  path: fc.stringMatching(/^[a-zé漢]{1,12}(\/[a-z]{1,8})?\.txt$/),
  bytes: fc.uint8Array({ maxLength: 300 }),
});

describe('a packed bundle', () => {
  it('gives back every file, byte for byte, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(entry, { selector: ({ path }) => path, maxLength: 8 }), async (entries) => {
        const unpacked = unzipSync(await writeZip(entries, AT));
        expect(Object.keys(unpacked)).toEqual(entries.map(({ path }) => path));
        for (const { path, bytes } of entries) expect(Buffer.from(unpacked[path]!).equals(bytes)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('loses no file to another of its name', async () => {
    const bytes = new Uint8Array([1]);
    await expect(
      writeZip(
        [
          { path: 'a', bytes },
          { path: 'a', bytes },
        ],
        AT,
      ),
    ).rejects.toThrow('two files of one name');
  });
});
