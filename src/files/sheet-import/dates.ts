// Dates as people write them in a sheet.

/** Which of two numbers comes first: `18/05` or `05/18`. */
export type DateOrder = 'day-first' | 'month-first';

export type ReadDate =
  | { ok: true; date: string; clock?: string }
  | { ok: false; code: 'bad-date' | 'no-year' | 'ambiguous-dates' };

/** Month names in English, German, French, Spanish and Portuguese, by how they begin. */
const months: readonly RegExp[] = [
  /^(jan|jän|ene)/,
  /^(feb|fév|fev)/,
  /^(mar|mär|mrz)/,
  /^(apr|avr|abr)/,
  /^(may|mai|mayo)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|aoû|aou|ago)/,
  /^(sep|set)/,
  /^(oct|okt|out)/,
  /^(nov)/,
  /^(dec|dez|déc|dic)/,
];

const numbers = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})$/;

/** Reads dates of one column; the order of day and month is what the whole column shows, else what was asked for. */
export function makeDateReader(column: readonly string[], asked: DateOrder | undefined): (cell: string) => ReadDate {
  const order = findOrder(column) ?? asked;
  return (cell) => {
    const { date, clock } = splitClock(cell);
    const read = readIso(date) ?? readNumbers(date, order) ?? readWords(date);
    return read.ok && clock !== undefined ? { ...read, clock } : read;
  };
}

/** What a number above 12 proves. Where a column proves both, it proves nothing. */
function findOrder(column: readonly string[]): DateOrder | undefined {
  const found = new Set<DateOrder>();
  for (const cell of column) {
    const [, first, sign, second] = numbers.exec(splitClock(cell).date) ?? [];
    if (first === undefined || sign === '.') continue;
    if (Number(first) > 12) found.add('day-first');
    if (Number(second) > 12) found.add('month-first');
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** A weekday before it says nothing more; a time behind it is kept. */
function splitClock(cell: string): { date: string; clock?: string } {
  const plain = cell.replace(/\s+/g, ' ').trim();
  const [, date = plain, clock] = /^(.*\d)[T,]?[T ](\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(plain) ?? [];
  const bare = date.replace(/^\p{L}{2,10}\.?,? (?=\d)/u, (word) => (isMonth(word) ? word : ''));
  return { date: bare, ...(clock !== undefined && { clock: clock.padStart(5, '0') }) };
}

const isMonth = (word: string) => months.some((month) => month.test(word.toLowerCase()));

function readIso(text: string): ReadDate | null {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  return year === undefined ? null : compose(Number(year), Number(month), Number(day));
}

function readNumbers(text: string, order: DateOrder | undefined): ReadDate | null {
  const [, first, sign, second, year] = numbers.exec(text) ?? [];
  if (first === undefined) return /^\d{1,2}[/.]\d{1,2}\.?$/.test(text) ? { ok: false, code: 'no-year' } : null;
  const [a, b] = [Number(first), Number(second)];
  // With points the day is first wherever they are used.
  const known = sign === '.' ? 'day-first' : a > 12 ? 'day-first' : b > 12 ? 'month-first' : order;
  if (known === undefined && a !== b) return { ok: false, code: 'ambiguous-dates' };
  return known === 'month-first' ? compose(fullYear(year!), a, b) : compose(fullYear(year!), b, a);
}

/** `18 May 2016`, `May 18th, 2016`, `18-May-16`, `18. Mai 2016`, `le 18 mai 2016`, `18 de mayo de 2016`. */
function readWords(text: string): ReadDate {
  const words = text
    .toLowerCase()
    .split(/[\s,./-]+/)
    .map((word) => word.replace(/^(\d+)(st|nd|rd|th|er|º|ª)$/, '$1'));
  const month = words.findIndex((word) => /^\p{L}/u.test(word) && isMonth(word));
  const found = words.filter((word) => /^\d+$/.test(word));
  if (month < 0 || found.length > 2 || found.length === 0) return { ok: false, code: 'bad-date' };
  if (found.length === 1) return { ok: false, code: found[0]!.length <= 2 ? 'no-year' : 'bad-date' };
  const [year, day] = found[0]!.length === 4 ? [found[0]!, found[1]!] : [found[1]!, found[0]!];
  return compose(fullYear(year), months.findIndex((each) => each.test(words[month]!)) + 1, Number(day));
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 80 ? 2000 : 1900);
}

function compose(year: number, month: number, day: number): ReadDate {
  if (year < 1950 || year > 2150) return { ok: false, code: 'bad-date' };
  try {
    return { ok: true, date: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() };
  } catch {
    return { ok: false, code: 'bad-date' };
  }
}
