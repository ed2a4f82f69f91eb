// Addresses of Google Calendar's own pages.

/** `/r/day/2025/12/3` opens that day; `authuser` picks the account. */
export function dayUrl(date: string, owner: string | undefined): string {
  const account = owner ? `?authuser=${encodeURIComponent(owner.toWellFormed())}` : '';
  const { year, month, day } = Temporal.PlainDate.from(date);
  return `https://calendar.google.com/calendar/r/day/${year}/${month}/${day}${account}`;
}
