// What could not be read of a sheet, in words with what to do.
import type { SheetCode, SheetProblem } from '../../../files/sheet-import/problem.ts';

/** Of these the whole sheet, or the row, is left out; of all others the row is kept as it is shown. */
const leftOut: ReadonlySet<SheetCode> = new Set([
  'not-a-sheet',
  'old-or-locked',
  'too-large',
  'no-table',
  'no-date-column',
  'ambiguous-dates',
  'bad-date',
  'no-year',
  'bad-time',
  'odd-length',
  'unknown-outcome',
]);

export const isLeftOut = ({ code }: Pick<SheetProblem, 'code'>): boolean => leftOut.has(code);

const sentences: Record<SheetCode, (detail: string) => string> = {
  'not-a-sheet': () => 'This file is not a sheet. Choose a .csv or .xlsx file.',
  'old-or-locked': () =>
    'This workbook is locked, or from before 2007. Save it as .xlsx without a password, then choose it again.',
  'too-large': () => 'This sheet is larger than a log can be. Split it, and import one part after the other.',
  'no-table': () =>
    'No row names columns, and none begins with a date. Give the sheet a row of heads: Date, Time, Topics.',
  'no-date-column': () => 'No column has dates. Name one of them “Date”.',
  'ambiguous-dates': (detail) => `“${detail}” may be two days. Say below whether the day or the month comes first.`,
  'bad-date': (detail) => (detail ? `“${detail}” is no date` : 'There is no date'),
  'no-year': (detail) => `“${detail}” has no year`,
  'bad-time': (detail) => `“${detail}” is no time`,
  'odd-length': (detail) => `“${detail}” is longer or shorter than a meeting can be`,
  'unknown-outcome': (detail) => `“${detail}” is none of held, cancelled, no-show, planned`,
  'no-clock': () => 'No time of day: noon is taken',
  'no-length': () => 'No length: only that it took place is kept',
  'unknown-person': (detail) => `${detail} is nobody of this relationship and is left out`,
  'no-people': () => 'Nothing says who came: choose above about whom it is',
  'extra-cells': () => 'More cells than there are columns: the rest is left out',
  'long-cell': () => 'A cell is too long and is cut',
  'total-skipped': () => 'A line of totals, left out',
  'signature-kept-as-note': () => 'Words in the place of a signature are kept as a private note',
  'other-mentor': (detail) => `The sheet names ${detail} as mentor`,
  'other-mentee': (detail) => `The sheet names ${detail} as mentee`,
};

export const composeSheetProblem = ({ code, detail }: Pick<SheetProblem, 'code' | 'detail'>): string =>
  sentences[code](detail);

/** "Row 12", "Row 12 of Spring"; '' for the whole sheet. */
export function composePlace({ row, sheet }: Pick<SheetProblem, 'row' | 'sheet'>): string {
  if (row === 0) return sheet ?? '';
  return sheet ? `Row ${row} of ${sheet}` : `Row ${row}`;
}
