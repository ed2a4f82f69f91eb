// The days a page shows. `data-datekey` on a column's cell is (year - 1970) * 512 + month * 32 + day: 7 of 7 columns of
// the capture of 2025.

/** A column of the grid. */
export interface DayColumn {
  cell: Element;
  date: Temporal.PlainDate;
}

export function parseDateKey(value: string | null | undefined): Temporal.PlainDate | null {
  if (!value || !/^\d{1,6}$/.test(value)) return null;
  const key = Number(value);
  const [year, month, day] = [1970 + Math.floor(key / 512), Math.floor((key % 512) / 32), key % 32];
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** The part of the page that holds the calendar; the whole page where a fragment has no frame. */
export function findMain(document: Document): ParentNode {
  return document.querySelector('[role=main]') ?? document;
}

/**
 * The columns in the order of the page. Days follow each other in time (side by side, several people's days repeat), and
 * stand within those the page says it shows; those that do not are left out.
 */
export function findColumns(document: Document): DayColumn[] {
  const main = findMain(document);
  const frame = document.querySelector('[role=main][data-start-date-key]');
  const from = parseDateKey(frame?.getAttribute('data-start-date-key'));
  const to = parseDateKey(frame?.getAttribute('data-end-date-key'));
  const columns = [...main.querySelectorAll('[role=gridcell][data-datekey]')].flatMap((cell) => {
    const date = parseDateKey(cell.getAttribute('data-datekey'));
    return date ? [{ cell, date }] : [];
  });
  return columns.filter(
    ({ date }) =>
      (!from || Temporal.PlainDate.compare(from, date) <= 0) && (!to || Temporal.PlainDate.compare(date, to) <= 0),
  );
}

/** Whether the columns are one day after the other, each once: then a place in the row tells the day. */
export function isRowOfDays(columns: DayColumn[]): boolean {
  return columns.every(
    ({ date }, index) => index === 0 || Temporal.PlainDate.compare(columns[index - 1]!.date, date) < 0,
  );
}
