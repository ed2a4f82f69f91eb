import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../shared.ts';
import { requirementRows } from './requirement-rows.ts';

const ROW = /^\|\s*([A-Z]\d+)\s*\|.*\|\s*([S\d ]+?)\s*\|\s*([a-z/]+)\s*\|[^|]*\|\s*$/;

describeWithShared('the table of requirements', () => {
  it('says what PROGRAMMES says', () => {
    const lines = readFileSync(sharedPath('PROGRAMMES.md')!, 'utf8').split('\n');
    const rows = lines.flatMap((line) => {
      const [, id, seeds, strength] = ROW.exec(line) ?? [];
      return id ? [[id, `${seeds} ${strength}`]] : [];
    });
    expect(Object.fromEntries(rows)).toEqual(requirementRows);
  });
});
