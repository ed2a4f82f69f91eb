// The order of the table. Equal entries keep their order, newest first.
import { compareText, type LogRow } from './rows.ts';
import type { Signed } from './signed.ts';

export type SortKey = 'date' | 'people' | 'minutes' | 'outcome' | 'signed';

export interface Sort {
  by: SortKey;
  /** Smallest, earliest or first letter on top. */
  up: boolean;
}

export const newestFirst: Sort = { by: 'date', up: false };

const signedOrder: Record<Signed, number> = { unsigned: 0, mentor: 1, mentee: 2, both: 3 };

const names = new Intl.Collator();
const nameOf = ({ people }: LogRow) => people[0]?.name ?? '';

const comparers: Record<SortKey, (a: LogRow, b: LogRow) => number> = {
  date: (a, b) => compareText(a.meeting.start, b.meeting.start),
  people: (a, b) => names.compare(nameOf(a), nameOf(b)),
  minutes: (a, b) => a.meeting.minutes - b.meeting.minutes,
  outcome: (a, b) => compareText(a.meeting.outcome, b.meeting.outcome),
  signed: (a, b) => signedOrder[a.signed] - signedOrder[b.signed],
};

/** `rows` are newest first, as they are composed. */
export function sortRows(rows: readonly LogRow[], { by, up }: Sort): LogRow[] {
  if (by === 'date') return up ? rows.toReversed() : [...rows];
  const compare = comparers[by];
  return rows.toSorted((a, b) => (up ? compare(a, b) : compare(b, a)));
}

/** A head pressed again turns the order round; dates begin with the newest, all else with the first. */
export function turnSort(sort: Sort, by: SortKey): Sort {
  return sort.by === by ? { by, up: !sort.up } : { by, up: by !== 'date' };
}
