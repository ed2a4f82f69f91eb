// What could not be read of a sheet, or is to be looked at, as codes the surfaces turn into sentences.

export type SheetCode =
  /** No sheet: a page, a calendar, bytes. Nothing is read. */
  | 'not-a-sheet'
  /** A workbook of before 2007 (.xls), or one that is locked: to be saved as .xlsx first. */
  | 'old-or-locked'
  /** More than a log can be. Nothing is read. */
  | 'too-large'
  /** No row names columns, and none begins with a date. */
  | 'no-table'
  /** No column has dates. */
  | 'no-date-column'
  /** `03/04/2016` might be two days: `dateOrder` decides. No row with such a date is read. `detail` is one of them. */
  | 'ambiguous-dates'
  /** A row is left out: its date, its time or its outcome cannot be read, or lacks. `detail` is what stands there. */
  | 'bad-date'
  | 'no-year'
  | 'bad-time'
  | 'odd-length'
  | 'unknown-outcome'
  /** The row is read, and: */
  /** the time of day is not told; noon is taken. */
  | 'no-clock'
  /** nothing says how long it took: only that it took place is kept. */
  | 'no-length'
  /** these are nobody of the relationship, and are left out. */
  | 'unknown-person'
  /** nothing says which of the mentees came. */
  | 'no-people'
  /** there is more in the row than there are columns. */
  | 'extra-cells'
  /** a cell is longer than an entry can hold, and is cut. */
  | 'long-cell'
  /** A line of totals was left out. */
  | 'total-skipped'
  /** What stands in the signature column is no signature: it is kept as a private note. */
  | 'signature-kept-as-note'
  /** The head of the sheet names another mentor or mentee than the relationship does. */
  | 'other-mentor'
  | 'other-mentee';

export interface SheetProblem {
  /** Row of the sheet, from 1; 0 where it is about the whole sheet. */
  row: number;
  code: SheetCode;
  /** What stands there, at most 100 characters. */
  detail: string;
  /** Name of the sheet, in a workbook of several. */
  sheet?: string;
}

export type Report = (row: number, code: SheetCode, detail?: string) => void;
