// Rows of a table that are no meetings of their own: totals, and the rest of a meeting that fills several rows.
import type { Meaning, ReadColumn } from './columns.ts';
import type { Layout } from './layout.ts';
import type { Report } from './problem.ts';
import type { GridRow } from './rows.ts';

const LONGEST_CELL = 20_000;

/** The rows that are meetings. What a merged cell leaves empty below it belongs to the row above. */
export function mergeRows({ columns, rows }: Layout, report: Report): GridRow[] {
  const merged: GridRow[] = [];
  const hasAny = (cells: readonly string[], ...wanted: Meaning[]) =>
    columns.some(({ at, meaning }) => meaning !== null && wanted.includes(meaning) && (cells[at] ?? '').trim() !== '');
  for (const { row, cells } of rows) {
    const total = findTotal(cells);
    if (total !== null) {
      report(row, 'total-skipped', total);
      continue;
    }
    const extra = cells.slice(columns.length).find((cell) => cell.trim() !== '');
    if (extra !== undefined) report(row, 'extra-cells', extra.trim());
    if (cells.some((cell) => cell.length > LONGEST_CELL)) report(row, 'long-cell');
    const last = merged.at(-1);
    const isMore =
      !hasAny(cells, 'date', 'time', 'minutes', 'from', 'to') && hasAny(cells, 'topics', 'homework', 'signatures');
    if (isMore && last !== undefined) last.cells = join(last.cells, cells, columns);
    else if (hasAny(cells, 'date', 'time', 'minutes', 'topics', 'homework')) merged.push({ row, cells: [...cells] });
  }
  return merged;
}

/** "Total", "Total hours: 13", "Summe": in the first cell that is not empty, with a number at most beside it. */
function findTotal(cells: readonly string[]): string | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const isTotal = /^(grand )?(totals?|sum|summe|gesamt|insgesamt|suma)\b[^\n]{0,60}$/i.test(filled[0] ?? '');
  return isTotal && filled.slice(1).every((cell) => /^[\d.,:\s]+\D{0,8}$/.test(cell)) ? filled.join(' ') : null;
}

function join(above: readonly string[], below: readonly string[], columns: readonly ReadColumn[]): string[] {
  return columns.map(({ at, meaning }) => {
    const [first, second] = [above[at] ?? '', below[at] ?? ''];
    const isText = meaning === 'topics' || meaning === 'homework' || meaning === 'signatures';
    return isText && second.trim() !== '' ? `${first}${first === '' ? '' : '\n'}${second}` : first;
  });
}
