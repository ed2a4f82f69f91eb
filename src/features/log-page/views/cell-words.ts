// What a cell of the coverage grid says: a few letters, a shape and a tone, and a whole sentence to be read aloud.
import type { Shape, Tone } from '../../../ui/Chip.tsx';
import { describeSpan } from '../../deadlines/words.ts';
import type { GridCell, GridColumn } from '../grid.ts';

export interface CellWords {
  shape: Shape;
  tone: Tone;
  text: string;
  /** "met, 4 contacts". */
  said: string;
}

const HOUR = 3_600_000;

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** "29 Jan". */
function day(instant: string, zone: string): string {
  const format =
    dayFormats.get(zone) ?? new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: zone });
  dayFormats.set(zone, format);
  return format.format(Date.parse(instant));
}

/** The last day before an instant at which a window ends. */
const lastDay = (due: string, zone: string) => day(new Date(Date.parse(due) - 1).toISOString(), zone);

export function describeCell(cell: GridCell, column: GridColumn, now: string, zone: string): CellWords {
  const { verdict } = cell;
  const { due, settledAt, evidence } = verdict;
  switch (cell.state) {
    case 'met': {
      if (column.kind === 'month') {
        const count = Math.max(1, evidence.length);
        return {
          shape: 'tick',
          tone: 'met',
          text: String(count),
          said: `met, ${count === 1 ? '1 contact' : `${count} contacts`}`,
        };
      }
      const text = settledAt ? day(settledAt, zone) : 'met';
      return { shape: 'tick', tone: 'met', text, said: settledAt ? `met on ${text}` : 'met' };
    }
    case 'booked': {
      const text = `booked ${day(cell.at ?? now, zone)}`;
      return { shape: 'arrow', tone: 'waiting', text, said: text };
    }
    case 'missed':
      return { shape: 'triangle', tone: 'late', text: 'missed', said: 'missed' };
    case 'late':
      return { shape: 'triangle', tone: 'late', text: 'late', said: 'late' };
    case 'cannot-tell':
      return { shape: 'question', tone: 'unknown', text: 'can’t tell', said: 'can’t tell' };
    case 'open':
      return describeOpen(column, due, now, zone);
  }
}

function describeOpen(column: GridColumn, due: string | undefined, now: string, zone: string): CellWords {
  if (!due) return { shape: 'clock', tone: 'soon', text: 'open', said: 'open' };
  if (column.kind === 'window') {
    const text = `by ${lastDay(due, zone)}`;
    return { shape: 'clock', tone: 'soon', text, said: `open, ${text}` };
  }
  const text = describeSpan(Math.max(0, Date.parse(due) - Date.parse(now)) / HOUR);
  return { shape: 'clock', tone: 'soon', text, said: `open, ${text} left` };
}

const months = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' });
const longMonths = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const at = (date: string) => Date.parse(`${date}T00:00Z`);

const ruleNames: Partial<Record<GridColumn['rule'], string>> = {
  'semester-meeting': 'Meeting',
  'yearly-meetings': 'Meetings',
  'hours-or-meetings': 'Hours',
};

/** The head of a column, and the line under it. */
/** `first` names its year too. */
export function describeColumn(column: GridColumn, first = false): { head: string; under: string; said: string } {
  if (column.kind === 'month') {
    const isNewYear = first || column.from.slice(5, 7) === '01';
    const said = `Contact in ${longMonths.format(at(column.from))}`;
    return { head: months.format(at(column.from)), under: isNewYear ? column.from.slice(0, 4) : '', said };
  }
  const head = ruleNames[column.rule] ?? 'Window';
  const dates = days.formatRange(at(column.from), at(column.to));
  return { head, under: column.name ?? dates, said: `${head}, ${column.name ? `${column.name}, ` : ''}${dates}` };
}
