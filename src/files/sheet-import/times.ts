// How long a meeting took, as people write it: a range of the clock, hours, or minutes.

export interface Spent {
  minutes: number;
  /** `18:00`, where the cell tells it. */
  start?: string;
}

const HOUR = 60;
const DAY = 24 * HOUR;

const clock = String.raw`(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:h|uhr)?\s*([ap])?\.?(?:m\b\.?)?`;
const range = new RegExp(String.raw`^${clock}\s*(?:-|–|—|−|~|to|until|till|bis|à|a|hasta)\s*${clock}(?:\s*uhr)?$`, 'i');
const single = new RegExp(`^${clock}$`, 'i');

/** Of a column of hours: `6:00 pm – 7:00 pm`, `1`, `1,5`, `1 h 30`, `60 min`, `1:30`. Null where it is none of these. */
export function parseSpent(cell: string): Spent | null {
  const text = cell.replace(/\s+/g, ' ').trim().toLowerCase();
  return parseRange(text) ?? parseLength(text, HOUR);
}

/** Of a column of minutes: a bare number is minutes. */
export function parseMinutes(cell: string): Spent | null {
  return parseLength(cell.replace(/\s+/g, ' ').trim().toLowerCase(), 1);
}

/** A time of day: `18:00`, `6 pm`. */
export function parseClock(cell: string): string | null {
  const match = single.exec(cell.trim());
  if (match === null) return null;
  const [, hour, minute, half] = match;
  if (minute === undefined && half === undefined) return null;
  const time = toMinutes(hour!, minute, half?.toLowerCase());
  return time === null ? null : write(time);
}

export function minutesBetween(start: string, end: string): number {
  const of = (text: string) => Number(text.slice(0, 2)) * HOUR + Number(text.slice(3, 5));
  return (of(end) - of(start) + DAY) % DAY;
}

function parseRange(text: string): Spent | null {
  const match = range.exec(text);
  if (match === null) return null;
  const [, hour, minute, half, endHour, endMinute, endHalf] = match;
  const end = toMinutes(endHour!, endMinute, endHalf);
  const start = (half ?? endHalf) ? toStart(hour!, minute, half, endHalf, end) : toMinutes(hour!, minute, undefined);
  if (start === null || end === null) return null;
  const minutes = (end - start + DAY) % DAY;
  const twelve = half === undefined && endHalf === undefined && Number(hour) <= 12 && Number(endHour) <= 12;
  // `6-7` might be morning or evening: it tells how long, and `11-1` too.
  if (twelve && minute === undefined && endMinute === undefined) return { minutes: minutes % (12 * HOUR) };
  return twelve && end < start ? { minutes: minutes % (12 * HOUR) } : { minutes, start: write(start) };
}

/** `6 – 7 pm` is the evening, `11 – 1 pm` begins in the morning. */
function toStart(
  hour: string,
  minute: string | undefined,
  half: string | undefined,
  endHalf: string | undefined,
  end: number | null,
): number | null {
  const same = toMinutes(hour, minute, half ?? endHalf);
  if (half !== undefined || same === null || end === null || same < end) return same;
  return toMinutes(hour, minute, endHalf === 'p' ? 'a' : 'p');
}

function toMinutes(hour: string, minute: string | undefined, half: string | undefined): number | null {
  const [h, m] = [Number(hour), Number(minute ?? 0)];
  if (m > 59 || h > 24 || (half !== undefined && (h > 12 || h === 0))) return null;
  const base = half === undefined ? h : (h % 12) + (half === 'p' ? 12 : 0);
  return (base * HOUR + m) % DAY;
}

const write = (time: number) =>
  `${String(Math.floor(time / HOUR)).padStart(2, '0')}:${String(time % HOUR).padStart(2, '0')}`;

const fractions: Record<string, string> = { '½': '.5', '¼': '.25', '¾': '.75' };

const words = {
  hours: String.raw`(?:hours?|hrs?|h|std\.?|stunden?|heures?|horas?)`,
  minutes: String.raw`(?:minutes?|minuten?|mins?\.?|min\.?|minutos?|m|')`,
};
const inHours = new RegExp(String.raw`^(\d*\.?\d+) ?${words.hours}\.?$`);
const inMinutes = new RegExp(String.raw`^(\d*\.?\d+) ?${words.minutes}$`);
const inBoth = new RegExp(String.raw`^(\d+) ?(?:${words.hours}\.?|:)(?: and| und| et)? ?(\d{1,2}) ?${words.minutes}?$`);

function parseLength(text: string, unit: number): Spent | null {
  const plain = text.replace(/(\d),(\d)/g, '$1.$2').replace(/ ?([½¼¾])/g, (_, sign: string) => fractions[sign]!);
  const both = inBoth.exec(plain);
  if (both !== null) return Number(both[2]) > 59 ? null : { minutes: Number(both[1]) * HOUR + Number(both[2]) };
  const found = [
    { match: inHours.exec(plain), factor: HOUR },
    { match: inMinutes.exec(plain), factor: 1 },
    { match: /^(\d*\.?\d+)$/.exec(plain), factor: unit },
  ].find(({ match }) => match !== null);
  return found === undefined ? null : { minutes: Math.round(Number(found.match![1]) * found.factor * 100) / 100 };
}
