// Dates written as a page writes its own: the way is inferred from one that it shows, and where two ways would explain
// that and differ, none is taken.

const styles: Intl.DateTimeFormatOptions[] = [
  ...(['full', 'long', 'medium', 'short'] as const).map((dateStyle) => ({ dateStyle })),
  { year: 'numeric', month: 'long', day: 'numeric' },
  { year: 'numeric', month: 'short', day: 'numeric' },
  { year: 'numeric', month: 'numeric', day: 'numeric' },
  { year: 'numeric', month: '2-digit', day: '2-digit' },
];

type Way = (date: Temporal.PlainDate) => string;

const pad = (value: number) => String(value).padStart(2, '0');

/** Ways that no locale of the page's language need have: a region's habit, set by the person. */
const numeric: Way[] = ['/', '.', '-', '. '].flatMap((mark): Way[] => [
  ({ day, month, year }) => [day, month, year].join(mark),
  ({ day, month, year }) => [month, day, year].join(mark),
  ({ day, month, year }) => [pad(day), pad(month), year].join(mark),
  ({ day, month, year }) => [pad(month), pad(day), year].join(mark),
  ({ day, month, year }) => [year, pad(month), pad(day)].join(mark),
  ({ day, month, year }) => [pad(day), pad(month), pad(year % 100)].join(mark),
  ({ day, month, year }) => [month, day, pad(year % 100)].join(mark),
  ({ day, month, year }) => [day, month, pad(year % 100)].join(mark),
]);

/** How far from the dates to be written the shown one may lie, in days. */
const SPAN = 800;

/**
 * @param shown a date as the page shows it
 * @param dates YYYY-MM-DD
 * @param language of the page, as its document says
 * @returns the dates in the page's way, or null where that is not sure
 */
export function writeLikeShown(shown: string, dates: readonly string[], language: string): string[] | null {
  const wanted = tidy(shown);
  const days = dates.map((date) => Temporal.PlainDate.from(date));
  const middle = days[0];
  if (wanted === '' || !middle || !/\d/.test(wanted)) return null;
  const near = Array.from({ length: 2 * SPAN + 1 }, (_, at) => middle.add({ days: at - SPAN }));
  const ways = [...localeWays(language), ...numeric].filter((way) => near.some((day) => tidy(way(day)) === wanted));
  const written = new Map(ways.map((way) => [days.map((day) => tidy(way(day))).join('\n'), days.map(way)]));
  return written.size === 1 ? [...written.values()][0]! : null;
}

function localeWays(language: string): Way[] {
  const locales = Intl.getCanonicalLocales([language].filter(isLocale));
  return locales.flatMap((locale) =>
    styles.map((style): Way => {
      const format = new Intl.DateTimeFormat(locale, { ...style, calendar: 'gregory', timeZone: 'UTC' });
      return (date) => format.format(Date.UTC(date.year, date.month - 1, date.day));
    }),
  );
}

function isLocale(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}

/** Marks of direction and kinds of spaces are no difference. */
const tidy = (text: string): string =>
  text
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
