// What the page's buttons say of an event: subject, times, days, place, organiser, status, recurrence. In English by the
// recorded labels; in other languages by their own formats, which no reader here knows.
import { type Day, daysOf, local, locale, owner, type PageEvent } from '../calendar.ts';

const language = locale.slice(0, 2);

const words: Record<string, Record<string, string>> = {
  en: {
    to: 'to',
    allDay: 'all day event',
    by: 'By',
    busy: 'Busy',
    free: 'Free',
    tentative: 'Tentative',
    away: 'Out of office',
    recurring: 'Recurring event',
    differs: 'Exception to recurring event',
  },
  fr: {
    to: 'à',
    allDay: 'événement d’une journée entière',
    by: 'Par',
    busy: 'Occupé',
    free: 'Libre',
    tentative: 'Provisoire',
    away: 'Absent(e) du bureau',
    recurring: 'Événement périodique',
    differs: 'Exception à un événement périodique',
  },
};

const word = (name: string): string => (words[language] ?? words.en!)[name]!;

/** "9:00 AM", in the region's clock. */
export const sayTime = (time: Temporal.PlainDateTime): string =>
  time.toLocaleString(locale, { timeStyle: 'short' }).replaceAll('\u202f', ' ');

export const sayDay = (day: Day): string => day.toLocaleString(locale, { dateStyle: 'full' });

export function sayTimes(event: PageEvent): string {
  return event.allDay ? word('allDay') : `${sayTime(local(event.start))} ${word('to')} ${sayTime(local(event.end))}`;
}

export function saySubject(event: PageEvent): string {
  if (event.cancelled) return `Canceled: ${event.title}`;
  return event.response === 'declined' ? `Declined: ${event.title}` : event.title;
}

function sayStatus(event: PageEvent): string {
  if (event.kind === 'out-of-office') return word('away');
  if (!event.busy) return word('free');
  return word(event.tentative || event.response === 'tentative' || event.response === 'none' ? 'tentative' : 'busy');
}

export function sayEvent(event: PageEvent): string {
  const [first, last] = daysOf(event);
  const days = first.equals(last) ? sayDay(first) : `${sayDay(first)} ${word('to')} ${sayDay(last)}`;
  const isMine = event.organizer.email === owner.email;
  const parts = [
    saySubject(event),
    sayTimes(event),
    days,
    event.location,
    isMine ? '' : `${word('by')} ${event.organizer.name}`,
    sayStatus(event),
    event.recurring ? word(event.differs ? 'differs' : 'recurring') : '',
  ];
  return parts.filter(Boolean).join(', ');
}

export function sayTitle(event: PageEvent): string {
  const lines = [saySubject(event), event.location, event.allDay ? '' : sayTimes(event)];
  return lines.filter(Boolean).join('\n');
}
