// Days of an absence, in words.

type Style = Intl.DateTimeFormatOptions;

const write = (date: string, style: Style, locale?: string) =>
  new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(Date.parse(`${date}T00:00Z`));

/** "before Friday", "before 12 March"; of the next day "today". */
export function composeBefore(from: string, today: string, locale?: string): string {
  const days = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(from)).days;
  if (days <= 1) return 'today';
  return `before ${write(from, days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' }, locale)}`;
}

/** "12 – 16 March", as the reader's language writes a range; one day stands alone. */
export function composeSpan(from: string, to: string, locale?: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return from === to
    ? format.format(Date.parse(`${from}T00:00Z`))
    : format.formatRange(Date.parse(`${from}T00:00Z`), Date.parse(`${to}T00:00Z`));
}

/** "Tuesday 17 March". */
export const composeLongDay = (date: string, locale?: string): string =>
  write(date, { weekday: 'long', day: 'numeric', month: 'long' }, locale);
