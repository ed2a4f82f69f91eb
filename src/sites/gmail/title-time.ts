// Dates as Gmail writes them in an English tooltip ("Thu, Dec 4, 2014 at 2:02 PM"). Never the value of a fact, only the
// second opinion on a time read from an id: any other language, and dates of figures alone, are left alone.

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const OTHERS = 'sunday monday tuesday wednesday thursday friday saturday at'.split(' ');

/** The instants (ms) the text may mean in the zone: none where it is unclear, two in the hour a clock repeats. */
export function parseTitle(title: string, zone: string): number[] {
  const text = title.slice(0, 100).toLowerCase();
  const clock = /\b(\d{1,2}):(\d{2})(?::\d{2})?(?:\s?([ap])\.?\s?m\b\.?)?/.exec(text);
  const date = clock && parseDate(text.replace(clock[0], ' '));
  if (!date) return [];
  const hour = clock[3] ? (Number(clock[1]) % 12) + (clock[3] === 'p' ? 12 : 0) : Number(clock[1]);
  try {
    const local = Temporal.PlainDateTime.from({ ...date, hour, minute: Number(clock[2]) }, { overflow: 'reject' });
    const choices = ['earlier', 'later'] as const;
    return choices.map((disambiguation) => local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds);
  } catch {
    return [];
  }
}

/** One month by name, one day, one year, and no other word than a weekday. */
function parseDate(text: string): { year: number; month: number; day: number } | null {
  const words = (text.match(/\p{L}+/gu) ?? []).filter((word) => !isShortFor(OTHERS, word));
  const numbers = (text.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b);
  const [day = 0, year = 0] = numbers;
  const month = 1 + MONTHS.findIndex((name) => isShortFor([name], words[0] ?? ''));
  return words.length === 1 && numbers.length === 2 && month > 0 && year > 1999 ? { year, month, day } : null;
}

function isShortFor(names: string[], word: string): boolean {
  return names.some((name) => name === word || (word.length > 2 && name.startsWith(word)));
}
