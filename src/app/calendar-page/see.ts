// One scan of a calendar page: what the site's readers give, as the sight the worker takes.
import type { CalendarSight } from '../../features/calendars/contract.ts';
import type { CalendarInspection, CalendarReadOptions, CalendarSite } from '../../sites/calendar-site.ts';

/** What is read at every scan. How well it was read is looked at afterwards, and less often. */
export type Reading = Omit<CalendarSight, 'unreadable' | 'disagreements'>;

/** An event whose details are open tells its guests as well, and stands for the same one on the page. */
export function readPage(site: CalendarSite, document: Document, at: string, options: CalendarReadOptions): Reading {
  const events = site.readEvents(document, options);
  const open = site.readOpenEvent(document, options);
  const others = open ? events.filter(({ id, calendar }) => id !== open.id || calendar !== open.calendar) : events;
  return { source: site.source, owner: site.readOwner(document), at, events: open ? [open, ...others] : events };
}

/** Two readings with the same key tell the same facts; only the time differs. */
export function keyOfReading(reading: Reading): string {
  return JSON.stringify({ ...reading, at: '' });
}

/** Something that looks like events is there and not one of them can be read. */
export const isStrange = ({ found, read }: CalendarInspection) => found > 0 && read === 0;

export const hasRead = ({ events }: Reading) => events.length > 0;

/** Whether the page stands under one of the site's addresses: Outlook's mail and calendar share their hosts. */
export function isOnSite({ matches }: Pick<CalendarSite, 'matches'>, address: string): boolean {
  return matches.some((pattern) => {
    const start = pattern.replace(/\*$/, '');
    return address.startsWith(start) || address === start.replace(/\/$/, '');
  });
}
