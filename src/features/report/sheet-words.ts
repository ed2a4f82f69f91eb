// Dates and times as the printed sheet writes them: the same on every machine, since the sheet is signed and compared.

const zoned = (instant: string, zone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);

/** The date of an instant in the relationship's zone. */
export const dayOf = (instant: string, zone: string) => zoned(instant, zone).toPlainDate().toString();

/** "18 May 2016" from a date. */
export function composeDay(date: string): string {
  const style = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', style).format(Date.parse(`${date}T00:00Z`));
}

/** "6:00 pm – 7:00 pm". */
export function composeClockRange(start: string, minutes: number, zone: string): string {
  const from = zoned(start, zone);
  return `${composeClock(from)} – ${composeClock(from.add({ seconds: Math.round(minutes * 60) }))}`;
}

function composeClock({ hour, minute }: Temporal.ZonedDateTime): string {
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
}

/** "1 hour", "1.5 hours". */
export function composeHours(minutes: number): string {
  const hours = Math.round((minutes / 60) * 100) / 100;
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
}

/** How each way to sign is told on paper. */
export const ways = {
  drawn: 'signed by hand',
  typed: 'typed',
  reply: 'confirmed by mail',
  paper: 'signed on paper',
} as const;
