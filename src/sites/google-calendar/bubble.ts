// The details of one event, opened over the page. Its own words leave out the year, so its times are those of the chip
// it belongs to, checked against them.
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import type { CalendarReadOptions } from '../calendar-site.ts';
import { minutesOf, readClockTimes } from '../dates/clock-times.ts';
import { parseChipId } from './chip-id.ts';
import { tidy } from './chips.ts';
import { readPage } from './events.ts';

/** `#xDetDlg` with the event's id (a cut capture, and one derived); its node stays in the page, hidden, once closed. */
export function readOpenEvent(document: Document, options: CalendarReadOptions): CalendarEvent | null {
  const details = document.querySelector('[id=xDetDlg][data-eventid],[data-chips-dialog=true] [data-eventid]');
  const parsed = parseChipId(details?.getAttribute('data-eventid'));
  if (!details || !parsed || isHidden(details)) return null;
  const event = readPage(document, options).events.find(
    ({ id, calendar }) => id === parsed.id && calendar === parsed.calendar,
  );
  if (!event || !isSameTitle(details, event.title) || !isSameTime(details, event, options.zone)) return null;
  const location = tidy(details.querySelector('[id=xDetDlgLoc]')?.textContent ?? '').slice(0, 500);
  return { ...event, attendees: readGuests(details), ...(location && { location }) };
}

function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { hidden, style } = at as HTMLElement;
    if (hidden || at.getAttribute('aria-hidden') === 'true' || style?.display === 'none') return true;
    if (style?.visibility === 'hidden') return true;
  }
  return element.checkVisibility?.() === false;
}

function isSameTitle(details: Element, title: string): boolean {
  const heading = details.querySelector('[id=rAECCd]') ?? details.querySelector('[role=heading]');
  return !heading || tidy(heading.textContent ?? '').includes(title.slice(0, 200));
}

function isSameTime(details: Element, event: CalendarEvent, zone: string): boolean {
  const text = details.querySelector('[id=xDetDlgWhen]')?.textContent ?? '';
  const times = readClockTimes(text, details.ownerDocument.documentElement.lang).filter(({ certain }) => certain);
  if (event.allDay || times.length === 0) return true;
  const { hour, minute } = Temporal.Instant.from(event.start).toZonedDateTimeISO(zone);
  const end = Temporal.Instant.from(event.end).toZonedDateTimeISO(zone);
  const said = [hour * 60 + minute, end.hour * 60 + end.minute];
  return times.every(
    (time) =>
      minutesOf({ ...time, half: undefined }).some((each) => said.includes(each)) ||
      minutesOf(time).some((each) => said.includes(each)),
  );
}

/** `data-email` on each guest: described by other projects only, so an address has to have the shape of one. */
function readGuests(details: Element): CalendarEvent['attendees'] {
  const found = [...details.querySelectorAll('[data-email]')].map((one) =>
    (one.getAttribute('data-email') ?? '').trim().toLowerCase(),
  );
  return [...new Set(found)]
    .filter((email) => /^[^\s@,<>]{1,64}@[^\s@,<>]+\.[^\s@,<>]+$/.test(email))
    .map((email) => ({ email }));
}
