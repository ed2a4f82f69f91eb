// The days the page shows, and in which zone: what its cells and columns say, to check labels against.

/** Absent where the page does not tell. */
export interface Frame {
  from?: Temporal.PlainDate;
  to?: Temporal.PlainDate;
  /** Each cell's midnight as the page has it, with its offset. */
  midnights: { date: Temporal.PlainDate; offset: string }[];
}

/** Ids of a month's cells: `monthDayCell_2026-08-31T00:00:00.000+01:00_GMT Standard Time_…` (derived 1, 35 cells). */
const CELL = /^monthDayCell_(\d{4}-\d\d-\d\d)T00:00:00(?:\.0+)?([+-]\d\d:\d\d|Z)/;

export function readFrame(document: Document): Frame {
  const midnights = [...document.querySelectorAll('[id^=monthDayCell_]')].flatMap(({ id }) => {
    const [, text, offset] = CELL.exec(id) ?? [];
    const date = text === undefined ? null : parseDate(text);
    return date ? [{ date, offset: offset === 'Z' ? '+00:00' : offset! }] : [];
  });
  const columns = [...document.querySelectorAll('[data-column-date]')].flatMap((column) => {
    const date = parseDate(/^\d{4}-\d\d-\d\d/.exec(column.getAttribute('data-column-date') ?? '')?.[0] ?? '');
    return date ? [date] : [];
  });
  const days = [...midnights.map(({ date }) => date), ...columns].toSorted(Temporal.PlainDate.compare);
  const [from, to] = [days[0], days.at(-1)];
  return { midnights, ...(from && to && { from, to }) };
}

function parseDate(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

/** Whether any of these days stands on the page, as far as the page tells which it shows. */
export function isShown({ from, to }: Frame, first: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  if (!from || !to) return true;
  return Temporal.PlainDate.compare(first, to) <= 0 && Temporal.PlainDate.compare(from, last) <= 0;
}

/** Outlook shows the mailbox's zone, which may be another than the browser's: then its midnights are elsewhere. */
export function isInZone({ midnights }: Frame, zone: string): boolean {
  return midnights.every(({ date, offset }) => date.toZonedDateTime(zone).offset === offset);
}
