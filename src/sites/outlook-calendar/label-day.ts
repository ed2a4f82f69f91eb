// "Tuesday, April 14, 2026" within a label: month by its name, so that no order of numbers has to be guessed.
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

const WEEKDAY = `(${WEEKDAYS.join('|')})`;
const MONTH = `(${MONTHS.join('|')})`;
const MONTH_FIRST = new RegExp(`^${WEEKDAY}, ${MONTH} (\\d\\d?), (\\d{4})(?!\\d)`);
const DAY_FIRST = new RegExp(`^${WEEKDAY},? (\\d\\d?) ${MONTH},? (\\d{4})(?!\\d)`);

export interface LabelDay {
  date: Temporal.PlainDate;
  /** Whether the date falls on the weekday that is written. In one of the recorded labels it does not. */
  isOnWeekday: boolean;
  /** How many characters it takes, what leads to it included. */
  length: number;
}

/** The date at the very beginning of the text, after `lead`. Null without a true one. */
export function findDay(text: string, lead: string): LabelDay | null {
  if (!text.startsWith(lead)) return null;
  const rest = text.slice(lead.length);
  const american = MONTH_FIRST.exec(rest);
  const found = american ?? DAY_FIRST.exec(rest);
  if (!found) return null;
  const [weekday, month, day, year] = american
    ? [found[1], found[2], found[3], found[4]]
    : [found[1], found[3], found[2], found[4]];
  try {
    const fields = { year: Number(year), month: MONTHS.indexOf(month!) + 1, day: Number(day) };
    const date = Temporal.PlainDate.from(fields, { overflow: 'reject' });
    const isOnWeekday = date.dayOfWeek === WEEKDAYS.indexOf(weekday!) + 1;
    return { date, isOnWeekday, length: lead.length + found[0].length };
  } catch {
    return null;
  }
}
