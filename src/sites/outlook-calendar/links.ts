// Addresses of Outlook's own calendar pages.

/** Microsoft's consumer domains, whose mailboxes live on another host than those of schools and work. */
const PERSONAL = /@(outlook|hotmail|live|msn)\.[a-z.]+$/i;

/** `/calendar/view/day/2026/9/17` opens that day, without zeros before: not documented, used by several public projects. */
export function dayUrl(date: string, owner: string | undefined): string {
  const { year, month, day } = Temporal.PlainDate.from(date);
  const host = owner && PERSONAL.test(owner) ? 'live' : 'office';
  return `https://outlook.${host}.com/calendar/view/day/${year}/${month}/${day}`;
}
